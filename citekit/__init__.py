"""Find what news and blog articles cite."""
