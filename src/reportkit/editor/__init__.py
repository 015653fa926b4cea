"""What an editor asks of a project while it is written: findings, offers, meanings, places."""
