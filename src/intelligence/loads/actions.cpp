#include "intelligence/loads/actions.hpp"
#include "intelligence/permissions.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

Load keep(store::Db& db, const Scope& scope, std::string_view file_name, std::string_view bytes,
          const Preview& seen) {
    NewLoad load{.id = scope.new_id<LoadId>(),
                 .format = std::string(to_text(seen.reading.format)),
                 .file_name = std::string(file_name),
                 .digest = seen.digest,
                 .document = bytes};
    Load kept{.id = load.id, .format = load.format, .file_name = load.file_name};
    kept.digest = load.digest;
    kept.number = add_load(db, scope, load);
    return kept;
}

} // namespace

Result<LoadId> upload(store::Db& db, const Scope& scope, std::string_view file_name,
                      std::string_view bytes) {
    const auto seen = TRY(look(db, scope, bytes, file_name));
    return keep(db, scope, file_name, bytes, seen).id;
}

Result<LoadCounts> confirm(store::Db& db, const Scope& scope, const ConfirmLoad& command) {
    if (!may_load(scope)) return not_found();
    const auto load = find_load(db, scope, command.load);
    const auto bytes = document_of(db, scope, command.load);
    if (!load || !bytes) return not_found();
    if (load->saved_at) return conflict("These figures were saved in the meantime.");
    const auto seen = TRY(look(db, scope, *bytes, load->file_name));
    if (seen.state != command.state)
        return conflict("Other figures were loaded since this page was made. What saving would do "
                        "now is shown below; look at it once more.");
    return save(db, scope, seen, *load, command.revisions);
}

Result<Done> leave(store::Db& db, const Scope& scope, const LoadId& id) {
    const auto load = may_load(scope) ? find_load(db, scope, id) : std::nullopt;
    if (!load) return not_found();
    if (load->saved_at) return conflict("These figures were saved in the meantime.");
    if (!load->left_at) mark_left(db, scope, *load);
    return Done{};
}

Result<TakenBack> take_back(store::Db& db, const Scope& scope, const LoadId& id) {
    const auto load = may_load(scope) ? find_load(db, scope, id) : std::nullopt;
    if (!load || !load->saved_at) return not_found();
    if (load->taken_back_at) return conflict("These figures were taken back in the meantime.");
    if (!counts_figures(load->format) || load->counts.added + load->counts.revised == 0)
        return conflict("This load brought no figures.");
    if (const auto later = revised_by(db, load->number))
        return conflict(fmt::format(
            "Figures of this load were revised by {}. Take that one back first.", *later));
    const auto taken = take_figures_back(db, load->number);
    mark_taken_back(db, scope, *load, taken.gone, taken.restored);
    return taken;
}

Result<LoadCounts> load_now(store::Db& db, const Scope& scope, std::string_view file_name,
                            std::string_view bytes, const Preview& seen, Revisions revisions) {
    if (!may_load(scope)) return not_found();
    const auto load = keep(db, scope, file_name, bytes, seen);
    return save(db, scope, seen, load, revisions);
}

Result<Done> choose_our_area(store::Db& db, const Scope& scope, std::string_view code) {
    if (!may_load(scope)) return not_found();
    const auto book = AreaBook::read(db);
    const auto* area = book.with_ons(code);
    if (!area) area = book.with_dfe(code);
    if (!area || area->to) return invalid("area", "Choose an area from the list.");
    if (!area->is_ours) choose_ours(db, scope, *area);
    return Done{};
}

} // namespace openmasa::intelligence
