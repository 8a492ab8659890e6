"""The commands, one file each; the only place where the parts are joined."""
