"""Every text that an artist reads, in every language AniFace speaks. Plain Python, no Qt."""
