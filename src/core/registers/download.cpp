#include "core/registers/download.hpp"
#include "core/audit/downloads.hpp"
#include "core/registers/local.hpp"
#include "core/registers/selection.hpp"
#include "web/http/spool.hpp"
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

http::Response as_file(http::Spool& spool, Format format, const std::string& name) {
    http::Response response;
    response.set("Content-Type", std::string(media_type(format)));
    response.set("Content-Disposition",
                 fmt::format("attachment; filename=\"{}.{}\"", name, to_text(format)));
    spool.move_into(response);
    return response;
}

/// What the address chose, in the one form of its query.
std::string filter_of(const Context& context) {
    std::string filter;
    for (const auto& field : context.form.fields())
        if (!field.value.empty())
            filter += fmt::format("{}{}={}", filter.empty() ? "" : "&", field.name,
                                  http::percent_encoded(field.value));
    return filter;
}

} // namespace

Outgoing outgoing(const Register& which, std::string_view columns) {
    return {.title = which.title,
            .columns = which.columns,
            .chosen = chosen_columns(which.columns, columns)};
}

http::Response reply_rows(const Context& context, const Register& which, Format format,
                          const EachRow& each) {
    http::Spool spool;
    std::int64_t rows = 0;
    const LocalRegister local(which, context.words);
    write_rows(
        format,
        outgoing(*local,
                 names_of_columns(which.columns, columns_named(which.columns, context.form))),
        [&](const TakeRow& take) {
            each([&](const Cells& row) {
                ++rows;
                take(row);
            });
        },
        [&](std::string_view piece) { spool.add(piece); });
    audit::record_download(context.db, context.scope,
                           {.verb = downloaded(which), .filter = filter_of(context), .rows = rows});
    return as_file(spool, format, fmt::format("{}-{}", which.kind, iso(context.scope.today)));
}

std::string downloaded(const Register& which) {
    return fmt::format("{}.downloaded", which.kind);
}

http::Response reply_template(const Context& context, const Register& which) {
    http::Spool spool;
    const LocalRegister local(which, context.words);
    write_template(outgoing(*local), [&](std::string_view piece) { spool.add(piece); });
    return as_file(spool, Format::xlsx, fmt::format("{}-template", which.kind));
}

} // namespace openmasa::registers
