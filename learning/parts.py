"""What a course shows below its own address, under a title of its own: its lessons and its quiz."""

from sites import parts


class Part(parts.Part):
    """A part has `course`, `title`, `slug` and `summary`."""

    schema_type = "LearningResource"
    open_graph_type = "article"

    @property
    def whole(self):
        return self.course
