//! The one whose yes or no it is, the company or the user, and if either has been said at all.

use super::told::Told;

impl Told {
    /// Returns true for the company's yes or no. Who stands before the deed decides, not the offer that they made.
    pub(super) fn is_theirs(&self) -> bool {
        let is_passive = self.tells_of(&PASSIVE) && !self.is_active();
        let before_offer = || self.words.iter().take_while(|word| *word != "offer");
        let is_of_me = || !self.tells_of(&I) && before_offer().any(|word| word == "me");
        self.tells_of(&THEY) || is_passive || is_of_me()
    }

    /// Returns true for what is not done yet, and may never be: `I'd take it`, `they would reject me`. What they would like
    /// is an invitation.
    pub(super) fn is_wish(&self) -> bool {
        let Some(deed) = self.deed() else { return false };
        let wants = ["hope", "like", "love", "want"].contains(&deed);
        let is_past = || ["ed", "en", "ne"].iter().any(|end| deed.ends_with(end));
        let would = self.before_deed().any(|word| match word {
            "id" | "would" => true,
            "theyd" => !is_past(),
            _ => false,
        });
        if self.tells_of(&["i", "id"]) { wants || would } else { would && !wants }
    }

    /// Returns true for what became of somebody else: `she got the job`, `they were rejected`.
    pub(super) fn is_done_to_others(&self) -> bool {
        self.tells_of(&THEY)
            && self.tells_of(&["been", "got", "was", "were"])
            && !self.is_active()
            && !self.is_somebody_elses()
    }

    /// Returns true if they have chosen, but don't say whom: `they've hired`. Or those whom they made an offer to are others.
    pub(super) fn is_choice_of_others(&self) -> bool {
        const CHOSEN: [&str; 7] =
            ["accepted", "appointed", "chose", "chosen", "hired", "picked", "selected"];
        let is_chosen = self.deed().is_some_and(|deed| CHOSEN.contains(&deed));
        self.tells_of(&THEY) && (is_chosen && !self.has("me") || self.has("them"))
    }

    /// Returns true for `I made an offer`, but not for `I was offered the job`.
    pub(super) fn is_own_offer(&self) -> bool {
        let is_made = self.tells_of(&["made", "make"])
            || self.deed().is_some_and(|deed| ["offered", "sent", "gave"].contains(&deed));
        self.tells_of(&I) && !self.is_theirs() && is_made
    }

    /// Returns true if whoever stands before the deed does it: `they are going to …`, `they've been hiring`.
    fn is_active(&self) -> bool {
        self.tells_of(&["to"]) || self.deed().is_some_and(|deed| deed.ends_with("ing"))
    }

    /// Returns true for "I'm not moving forward": going on may be what either of the two won't do.
    pub(super) fn is_either(&self) -> bool {
        const ON: [&str; 6] = ["go", "going", "move", "moving", "proceed", "proceeding"];
        self.is_of_user() && ON.iter().any(|word| self.has(word)) && !self.has("through")
    }

    /// Returns true if the user is who does something in it.
    pub(super) fn is_of_user(&self) -> bool {
        ["i", "ill", "im", "ive"].iter().any(|word| self.has(word))
    }
}

/// The company, as the one who says yes or no.
pub(super) const THEY: [&str; 6] = ["he", "she", "they", "theyd", "theyre", "theyve"];

/// The user, as that one.
pub(super) const I: [&str; 5] = ["i", "ill", "ive", "we", "weve"];

/// Words before a deed that make it the company's all the same: "I was accepted".
const PASSIVE: [&str; 7] = ["am", "been", "get", "got", "im", "was", "were"];
