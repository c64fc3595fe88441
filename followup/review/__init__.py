"""What is said of the workbooks to those who sent them: by sender, as granskning.html, as texts and in copies.

`review` gathers what the checks found by sender; the other modules write it.
"""
