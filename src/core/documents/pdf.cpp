#include "core/documents/pdf.hpp"
#include "core/documents/confined.hpp"
#include "web/pages/assets.hpp"
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <mutex>
#include <unistd.h>

namespace openmasa::documents {
namespace {

constexpr std::size_t largest_pdf = std::size_t{64} << 20;
constexpr int most_at_a_time = 2;
constexpr auto longest_wait = std::chrono::seconds{60};

/// A browser is 200 MB while it prints: not one for every worker.
class Turn {
public:
    Turn() {
        std::unique_lock lock(mutex_);
        has_it_ = free_.wait_for(lock, longest_wait, [] { return running_ < most_at_a_time; });
        running_ += has_it_;
    }
    ~Turn() {
        if (!has_it_) return;
        const std::scoped_lock lock(mutex_);
        --running_;
        free_.notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    bool has_it() const { return has_it_; }

private:
    static inline std::mutex mutex_;
    static inline std::condition_variable free_;
    static inline int running_ = 0;
    bool has_it_ = false;
};

std::vector<std::string> command_for(const std::string& folder) {
    return {chromium_path(), "--headless",
            // Chromium's own sandbox cannot stand inside ours; ours holds all of it.
            "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
            "--disable-breakpad", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--no-first-run", "--user-data-dir=" + folder + "/profile",
            "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
            "--print-to-pdf=" + folder + "/page.pdf", "file://" + folder + "/page.html"};
}

/// A5 margins would do; these are what printers leave.
constexpr std::string_view paper =
    "@page { size: A4; margin: 14mm 14mm 16mm; "
    "@bottom-right { content: counter(page) \" of \" counter(pages); font: 8pt sans-serif; } }";

} // namespace

std::string chromium_path() {
    const char* chosen = std::getenv("OPENMASA_CHROMIUM");
    return chosen && *chosen ? chosen : "/usr/bin/chromium";
}

std::string why_no_pdf() {
    if (::access(chromium_path().c_str(), X_OK) != 0)
        return "No PDF can be made on this server: Chromium is not installed.";
    const auto why = why_not_confined();
    return why.empty() ? std::string() : fmt::format("No PDF can be made on this server: {}.", why);
}

std::string standalone(const PrintedPage& page) {
    const auto* style = pages::find_asset("openmasa.css");
    const std::string base =
        page.site.empty() ? std::string() : html(R"(<base href="{}/">)", page.site).take();
    return fmt::format(
        R"(<!DOCTYPE html>
<html lang="en" class="govuk-template"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri *">
{}<title>{}</title>
<style>{}
{}</style></head>
<body class="govuk-template__body om-body"><div class="govuk-width-container"><main class="govuk-main-wrapper">
{}</main></div></body></html>
)",
        base, escaped(page.title).view(), style ? style->plain : std::string_view(), paper,
        page.main.view());
}

Result<std::string> print_pdf(const PrintedPage& page) {
    if (auto why = why_no_pdf(); !why.empty()) return invalid("", std::move(why));
    const Turn turn;
    if (!turn.has_it())
        return invalid("", "Others are making PDFs just now. Try again in a minute.");
    const WorkFolder folder;
    folder.put("page.html", standalone(page));
    const auto ran = run_confined({.command = command_for(folder.path()), .folder = folder.path()});
    auto pdf = folder.get("page.pdf", largest_pdf);
    if (!ran || !pdf.starts_with("%PDF-"))
        return invalid("", "The PDF was not finished. Print this page instead.");
    return pdf;
}

} // namespace openmasa::documents
