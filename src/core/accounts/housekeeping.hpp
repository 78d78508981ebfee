#pragma once
// What is kept for a while and then not: it holds no record of the partnership's work. Called when
// the program starts to serve, and daily.
#include "kernel/result.hpp"
#include "store/db.hpp"

namespace openmasa::accounts {

struct Tidied {
    int sessions = 0, links = 0, failures = 0, half_sign_ins = 0, kept_forms = 0, spent_forms = 0;
};
/// Removes sessions and one-time links that ended long ago (rules.hpp), failed sign-ins that no
/// limit counts any more, sign-ins that never got their code, forms nobody came back for, and the
/// tokens of forms that no session can send again. In a transaction of its own; doing it twice is
/// harmless.
Result<Tidied> tidy_up(store::Db& db, Moment now);

} // namespace openmasa::accounts
