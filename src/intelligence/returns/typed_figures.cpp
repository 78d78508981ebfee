#include "intelligence/returns/typed_figures.hpp"
#include "core/routing/version_read.hpp"

namespace openmasa::intelligence {
namespace {

/// Each row sends the load of the figure that it shows.
constexpr std::string_view row_mark = "r_";

} // namespace

EnterFigures read_typed(const http::Form& form) {
    EnterFigures command{.revisions = form.text("revisions") == "accept",
                         .looked_at = std::string(form.text("looked_at"))};
    for (const auto& field : form.fields()) {
        TypedFigure typed;
        if (!field.name.starts_with(row_mark) ||
            !from_text(std::string_view(field.name).substr(row_mark.size()), typed.key))
            continue;
        const auto text = [&](std::string_view what) {
            return std::string(form.text(field_of(what, typed.key)));
        };
        typed.value = text("v");
        typed.numerator = text("n");
        typed.denominator = text("d");
        typed.none = text("s");
        typed.note = text("w");
        typed.read = whole_number(field.value);
        command.figures.push_back(std::move(typed));
    }
    return command;
}

} // namespace openmasa::intelligence
