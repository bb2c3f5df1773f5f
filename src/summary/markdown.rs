//! A summary as a comment on a pull request.
