"""The application: questions, choices, votes."""
