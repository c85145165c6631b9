"""The docker's widgets. They show a State and report what the artist does; they decide nothing."""
