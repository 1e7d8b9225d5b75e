"""The briefing room: what happened while somebody was away."""
