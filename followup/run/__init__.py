"""Many reports at a time: requests, processes, the papermill engine, and publication by rename."""
