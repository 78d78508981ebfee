#include "core/registers/columns_views.hpp"
#include "core/registers/local.hpp"
#include "core/registers/pages.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

/// An upload, and what its columns may hold.
struct Asking {
    const Register& which;
    Upload upload;
    Names names;
    std::string address;
};

http::Response reply_columns(Context& context, const Asking& asking, FileColumns typed,
                             std::vector<Problem> problems) {
    const bool has_problems = !problems.empty();
    const ColumnsPage page{.which = asking.which,
                           .names = asking.names,
                           .sheet = asking.upload.sheet,
                           .file_name = asking.upload.file_name,
                           .address = asking.address,
                           .form_token = form_token::hidden(context),
                           .typed = std::move(typed),
                           .problems = std::move(problems)};
    const std::string register_address(asking.which.address);
    return reply(context, {.title = "Which column is which?",
                           .crumbs = {{std::string(asking.which.title), register_address},
                                      {"Import", register_address + "/import"}},
                           .notice = {},
                           .main = columns_view(page),
                           .has_problems = has_problems});
}

std::optional<Asking> asking_of(Context& context, const Register& which) {
    const auto id = context.id<RegisterImportId>("import");
    auto upload = id ? find_upload(context.db, context.scope, which, *id) : std::nullopt;
    if (!upload) return std::nullopt;
    return Asking{.which = which,
                  .upload = std::move(*upload),
                  .names = names_of(context.db, context.scope, which),
                  .address = fmt::format("{}/import/{}", which.address, id->view())};
}

/// What is known already: of a file like it before, too, what every row had.
FileColumns offered(Context& context, const Asking& asking) {
    auto columns = asking.upload.columns;
    const auto values = remembered_values(context.db, asking.which);
    for (std::size_t at = 0; at < columns.from.size(); ++at)
        if (!columns.from[at].is_there()) columns.from[at].every = values[at];
    return columns;
}

} // namespace

http::Response show_columns(Context& context, const Register& own) {
    const LocalRegister local(own, context.words);
    const auto asking = asking_of(context, *local);
    if (!asking) return reply_not_found(context);
    if (asking->upload.saved) return see_other(std::string(own.address) + "?saved=import");
    return reply_columns(context, *asking, offered(context, *asking), {});
}

http::Response post_columns(Context& context, const Register& own) {
    const LocalRegister local(own, context.words);
    const auto asking = asking_of(context, *local);
    if (!asking) return reply_not_found(context);
    auto typed = asking->upload.columns;
    const auto done = submit(context, [&]() -> Result<std::string> {
        const auto columns =
            TRY(read_columns(*local, asking->names, asking->upload.sheet, context.form, typed));
        TRY(match_columns(context.db, context.scope, *local, asking->upload.id, columns));
        return asking->address;
    });
    if (done) return see_other(*done);
    if (done.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return reply_columns(context, *asking, std::move(typed), done.refusal().problems);
}

} // namespace openmasa::registers
