"""Tim desa: a village looks after its own people, without any right on users or groups."""
