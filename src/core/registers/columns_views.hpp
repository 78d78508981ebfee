#pragma once
// The page that asks which column of a file is which. Ready data only.
#include "core/registers/form.hpp"
#include "core/registers/uploads.hpp"
#include "web/html.hpp"

namespace openmasa::registers {

struct ColumnsPage {
    const Register& which;
    const Names& names;
    const sheet::Sheet& sheet;
    std::string file_name;
    std::string address;
    Html form_token;
    /// As it was understood so far, or as somebody just said.
    FileColumns typed;
    std::vector<Problem> problems;
};
Html columns_view(const ColumnsPage& page);

/// What the form says. Refuses, each under its field, what cannot stand in a column.
Result<FileColumns> read_columns(const Register& which, const Names& names,
                                 const sheet::Sheet& sheet, const http::Form& form,
                                 FileColumns& typed);

} // namespace openmasa::registers
