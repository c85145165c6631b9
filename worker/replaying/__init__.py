"""Replays a recorded sketch through a real worker process and shows what it answered."""
