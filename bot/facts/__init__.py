"""What a fact is; reading and checking a folder of them."""
