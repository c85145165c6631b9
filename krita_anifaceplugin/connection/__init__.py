"""The worker process: how it is started, spoken to, watched and started again."""
