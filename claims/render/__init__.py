"""What people look at: tables and explanations for a terminal."""
