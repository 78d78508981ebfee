#include "core/jobs/everything.hpp"
#include "core/exchange/zip_out.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::jobs {
namespace {

constexpr auto about_name = "README.txt";

std::string about(const Scope& scope, const std::vector<Register>& registers) {
    std::string names;
    for (const auto& one : registers) names += fmt::format("  {}\r\n", one.file_name);
    return fmt::format("Everything that {} may see in OpenMASA, as it was on {}.\r\n\r\n{}\r\n"
                       "Each file is a table: UTF-8, commas, the first line names the columns.\r\n"
                       "Keep it as carefully as the records themselves.\r\n",
                       scope.known_as, openmasa::spoken(scope.now), names);
}

/// Reads only, so that after a stop it begins anew and nothing is there twice.
Result<Done> export_everything(Work& work, const std::vector<Register>& registers) {
    const int all = static_cast<int>(registers.size()) + 1;
    ZipOut zip;
    zip.add(about_name, about(work.scope(), registers));
    int done = 0;
    for (const auto& one : registers) {
        TRY(work.step(
            {.done = done++, .all = all, .doing = fmt::format("Reading {}", one.file_name)}));
        zip.add(one.file_name, one.csv(work.db, work.scope()));
    }
    TRY(work.step({.done = all - 1, .all = all, .doing = "Packing the zip file"}));
    return work.finish(
        {.said = fmt::format("{}, in one zip file",
                             counted(static_cast<long long>(registers.size()), "table")),
         .file_name = fmt::format("openmasa-{}.zip", iso(work.scope().today)),
         .file_type = "application/zip",
         .file_content = zip.finished_bytes()});
}

} // namespace

Kind everything(std::vector<Register> registers) {
    return {.name = "everything",
            .title = "Download everything as a zip file",
            .permission = Permission::read_plan,
            .run = [registers = std::move(registers)](Work& work) {
                return export_everything(work, registers);
            }};
}

} // namespace openmasa::jobs
