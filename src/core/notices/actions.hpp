#pragma once
// Use cases: say how often mails come, try a mail again that was given up.
#include "core/notices/mail.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"

namespace openmasa::notices {

struct ChooseHowOften {
    /// Empty when none was chosen.
    std::optional<HowOften> how;
    /// The version that the person read.
    std::int64_t version = 0;
};

// Inside atomically().

Result<Done> choose_how_often(store::Db& db, const Scope& scope, const ChooseHowOften& command);
/// Only one that was given up; its attempts begin anew.
Result<Done> try_again(store::Db& db, const Scope& scope, const MailId& mail);

} // namespace openmasa::notices
