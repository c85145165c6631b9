"""The worker as a process: frames in, frames out, and good manners beside a painting program."""
