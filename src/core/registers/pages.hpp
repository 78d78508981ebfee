#pragma once
// The pages of a register's import: upload, preview, confirm or leave. An area names its register
// in its route table:
//     {Method::Get, "/agencies/import", Permission::edit_agencies,
//      registers::Pages<agency_register>::show_upload, Budget{4}},
#include "core/registers/download.hpp"
#include "core/registers/list_page.hpp"
#include "core/registers/uploads.hpp"
#include "web/html.hpp"

namespace openmasa::registers {

http::Response show_upload(Context& context, const Register& which);
http::Response post_upload(Context& context, const Register& which);
/// Which column of the file is which; of the route's {import}.
http::Response show_columns(Context& context, const Register& which);
http::Response post_columns(Context& context, const Register& which);
http::Response show_preview(Context& context, const Register& which);
http::Response post_preview(Context& context, const Register& which);
http::Response post_leave(Context& context, const Register& which);
/// The imports that were saved, each with a way to take it back.
http::Response show_saved(Context& context, const Register& which);
http::Response post_take_back(Context& context, const Register& which);

template<const Register& which> struct Pages {
    static http::Response csv(Context& c) { return rows(c, Format::csv); }
    static http::Response json(Context& c) { return rows(c, Format::json); }
    static http::Response xlsx(Context& c) { return rows(c, Format::xlsx); }
    static http::Response empty(Context& c) { return reply_template(c, which); }
    static http::Response show_upload(Context& c) { return registers::show_upload(c, which); }
    static http::Response post_upload(Context& c) { return registers::post_upload(c, which); }
    static http::Response show_columns(Context& c) { return registers::show_columns(c, which); }
    static http::Response post_columns(Context& c) { return registers::post_columns(c, which); }
    static http::Response show_preview(Context& c) { return registers::show_preview(c, which); }
    static http::Response post_preview(Context& c) { return registers::post_preview(c, which); }
    static http::Response post_leave(Context& c) { return registers::post_leave(c, which); }
    static http::Response show_saved(Context& c) { return registers::show_saved(c, which); }
    static http::Response post_take_back(Context& c) { return registers::post_take_back(c, which); }

private:
    static http::Response rows(Context& c, Format format) {
        const LocalRegister local(which, c.words); // words are searched for as people read them
        return reply_rows(c, which, format, rows_of(c, *local, read_selection(which, c.form)));
    }
};

/// What the register's page says after an import: "Saved: 3 new, 2 changed." Empty otherwise.
std::string notice_of_import(const Context& context);
/// "Download these 29: Excel, CSV, JSON", for a list's head. `address` is the page's, to which
/// ".csv" is added.
/// `more` are further links, each a <li>.
Html download_links(std::string_view address, std::string_view query, int rows,
                    const Html& more = {});

} // namespace openmasa::registers
