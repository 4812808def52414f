//! The user's interest in a role, which picks a sentence of their messages.

/// The user's interest in a role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Interest {
    /// The user wants this job.
    Keen,
    /// The user would like to go on.
    #[default]
    Open,
    /// The user is not so sure any more, so messages say nothing about it.
    Cooling,
}

impl Interest {
    /// Every interest.
    pub const ALL: [Interest; 3] = [Interest::Keen, Interest::Open, Interest::Cooling];

    /// The word in notes.
    pub fn as_str(self) -> &'static str {
        match self {
            Interest::Keen => "keen",
            Interest::Open => "open",
            Interest::Cooling => "cooling",
        }
    }

    /// The interest that a word means.
    pub fn parse(text: &str) -> Option<Interest> {
        let text = text.trim();
        Interest::ALL.into_iter().find(|interest| interest.as_str().eq_ignore_ascii_case(text))
    }
}
