"""What can go wrong in training, said so that the reader knows what to do."""


class TrainingError(RuntimeError):
    """A stage cannot start or go on; the message says what is missing or does not fit."""
