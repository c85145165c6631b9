"""What is known of the moment, and what is asked of the worker. No widgets, no Krita, no Qt."""
