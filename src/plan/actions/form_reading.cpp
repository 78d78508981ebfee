#include "plan/actions/form_reading.hpp"
#include "core/routing/version_read.hpp"

namespace openmasa::plan {

std::int64_t version_of(const Context& context) {
    return version_read(context.form);
}

RecordProgress read_progress(const Context& context, const ActionId& id) {
    RecordProgress command{.action = id,
                           .version = version_of(context),
                           .words = std::string(context.form.text("words")),
                           .stopped_why = std::string(context.form.text("stopped_why"))};
    Status status{};
    if (from_text(context.form.text("status"), status)) command.status = status;
    for (auto text : context.form.all("steps_done"))
        if (const auto step = StepId::parse(text)) command.steps_done.push_back(*step);
    return command;
}

RecordProgress as_it_stands(const Action& action, const std::vector<Step>& steps) {
    return {.action = action.id,
            .status = action.status,
            .stopped_why = action.stopped_why,
            .steps_done = done_among(steps)};
}

} // namespace openmasa::plan
