#include "core/registers/download.hpp"
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

Outgoing outgoing(const Register& which, std::string_view columns) {
    return {.title = which.title,
            .columns = which.columns,
            .chosen = chosen_columns(which.columns, columns)};
}

} // namespace

http::Response reply_rows(const Context& context, const Register& which, Format format,
                          const EachRow& each) {
    http::Spool spool;
    write_rows(format, outgoing(which, context.form.text("columns")), each,
               [&](std::string_view piece) { spool.add(piece); });
    return as_file(spool, format, fmt::format("{}-{}", which.kind, iso(context.scope.today)));
}

http::Response reply_template(const Register& which) {
    http::Spool spool;
    write_template(outgoing(which, {}), [&](std::string_view piece) { spool.add(piece); });
    return as_file(spool, Format::xlsx, fmt::format("{}-template", which.kind));
}

} // namespace openmasa::registers
