"""Who is drawn: random people with people's correlations, and named looks."""
