"""The audit: the catalogue held against the policy text it quotes, number by number and word by word."""
