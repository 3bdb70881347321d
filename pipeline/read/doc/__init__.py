"""Old Word files (.doc): the container is opened, its tables followed from the words they speak of."""
