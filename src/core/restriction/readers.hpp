#pragma once
// Whether people other than the one who asks may read records: those whom a notice would tell.
#include "core/restriction/restriction.hpp"
#include "store/db.hpp"
#include <initializer_list>
#include <map>

namespace openmasa::restriction {

/// For one page or transaction: restrictions are read once, and who holds which role when somebody
/// is first asked about where something is restricted; two statements, however many people.
class Readers {
public:
    Readers(store::Db& db, const Scope& scope);
    /// By the ids of a record and of what it stands in. Restrictions only: whether their roles let
    /// them read such records at all is asked elsewhere.
    bool may_read(const PersonId& person, std::initializer_list<std::string_view> ids);

private:
    const Reader& reader(const PersonId& person);
    void read_readers();

    store::Db& db_;
    const Scope& scope_;
    std::map<std::string, std::vector<Name>, std::less<>> names_;
    std::map<PersonId, Reader> readers_;
    bool has_readers_ = false;
};

} // namespace openmasa::restriction
