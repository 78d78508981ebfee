#include "core/notices/views.hpp"
#include "core/notices/rules.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/table.hpp"
#include <fmt/format.h>

namespace openmasa::notices {
namespace {

/// "An action was given to you: Map what is offered"
std::string words_of(const NoticesPage& page, const Listed& notice) {
    const auto title = page.titles.find({notice.about_kind, notice.about_id});
    const std::string words(spoken(notice.kind));
    return title == page.titles.end() ? words : fmt::format("{}: {}", words, title->second);
}

Html notice_row(const NoticesPage& page, const Listed& notice) {
    const auto words = words_of(page, notice);
    const bool leads_somewhere = !notice.path.empty() && !has_secret_path(notice.kind);
    return html("<li>{} <span class=\"om-quiet\">{}</span></li>\n",
                leads_somewhere
                    ? html(R"(<a class="govuk-link" href="{}">{}</a>)", notice.path, words)
                    : escaped(words),
                london_time(notice.at));
}

std::string day_of(Day day, Day today) {
    if (day == today) return "Today";
    if (day == today - std::chrono::days{1}) return "Yesterday";
    return spoken_with_weekday(day);
}

} // namespace

Html notices_view(const NoticesPage& page) {
    Html days;
    std::optional<Day> last;
    for (const auto& notice : page.notices) {
        const auto day = london_day(notice.at);
        if (day != last)
            append(days, R"({}<h2 class="govuk-heading-s">{}</h2><ul class="govuk-list">
)",
                   when(last.has_value(), html("</ul>\n")), day_of(day, page.today));
        days += notice_row(page, notice);
        last = day;
    }
    return html(
        R"({}{}<p class="govuk-body"><a class="govuk-link" href="/notices/mail">How often you get mail</a></p>
<p class="govuk-body"><a class="govuk-link" href="/jobs">Your work in progress</a></p>)",
        pages::head({.title = "New for you"}),
        last
            ? days + html("</ul>\n")
            : html(
                  R"(<p class="om-lede">Nothing yet. What others do that concerns you is listed here.</p>
)"));
}

Html preference_view(const PreferencePage& page) {
    return html(
        R"({}{}<form class="om-form" action="/notices/mail" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}{}</form>)",
        ui::problems_summary(page.problems),
        pages::head(
            {.title = "How often you get mail",
             .sentence = html(
                 "A mail to {} says how many things there are for you, and gives a link. It never "
                 "holds what is in a record.",
                 page.email)}),
        page.form_token, page.preference.version,
        ui::radios_field(
            {.name = "how_often",
             .legend = "When something is new for you",
             .value = std::string(to_text(page.preference.how_often)),
             .items = {{.text = "Tell me at once",
                        .value = "at_once",
                        .hint = {.text = "What comes within two minutes comes in one mail."}},
                       {.text = "Once a day, at 7 in the morning",
                        .value = "once_a_day",
                        .hint = {.text = "One mail with all that is new, if there is anything."}},
                       {.text = "Only what needs me",
                        .value = "never",
                        .hint = {.text = "Reviews that are due, once a day. All else waits on the "
                                         "page New for you."}}},
             .legend_classes = "govuk-fieldset__legend--s"},
            page.problems),
        html(
            R"(<p class="govuk-body">Mails about the security of your account come at once, whatever you choose.</p>
{})",
            ui::button({.text = "Save"})));
}

namespace {

Html server_sentence(const MailServer& server) {
    if (server.host.empty()) return html("No mail server is set: mails are kept here and wait.");
    if (!server.failing_since) return html("Mails go out through <b>{}</b>.", server.host);
    return html("Since {} mails do not get through to <b>{}</b>. {}. They wait, and go out by "
                "themselves; the next try is at {}.",
                openmasa::spoken(*server.failing_since), server.host, server.said,
                london_time(server.next_try_at));
}

std::int64_t count_of(const OutboxPage& page, MailState state) {
    for (const auto& count : page.counts)
        if (count.state == state) return count.mails;
    return 0;
}

ui::TableRow mail_row(const Mail& mail) {
    return {{.text = html(R"(<a class="govuk-link" href="/outbox/{}">{}</a>)", mail.id,
                          mail.recipient)},
            {.text = openmasa::spoken(mail.made_at), .attributes = {{"data-label", "Made"}}},
            {.text = mail.said.empty() ? std::string("\u2013") : mail.said,
             .attributes = {{"data-label", "The server"}}}};
}

Html part(const OutboxPage& page, MailState state, const std::vector<Mail>& mails,
          std::string_view title) {
    if (mails.empty()) return {};
    ui::Table table{.caption = std::string(title) + ": " + std::to_string(count_of(page, state)),
                    .caption_classes = "govuk-table__caption--m",
                    .head = {{.text = "To"}, {.text = "Made"}, {.text = "What the server said"}},
                    .classes = "om-stack"};
    for (const auto& mail : mails) table.rows.push_back(mail_row(mail));
    return ui::table(table);
}

} // namespace

Html outbox_view(const OutboxPage& page) {
    const bool empty = page.counts.empty();
    return html(R"({}{}{}{}{})",
                pages::head({.title = "Outbox", .sentence = server_sentence(page.server)}),
                when(empty, html(R"(<p class="govuk-body">No mail was made yet.</p>
)")),
                part(page, MailState::dead, page.dead, "Not sent"),
                part(page, MailState::waiting, page.waiting, "Waiting"),
                part(page, MailState::sent, page.sent, "Sent"));
}

namespace {

Html fact(std::string_view name, std::string_view value) {
    return html("<dt>{}</dt><dd>{}</dd>\n", name, value);
}

Html again(const MailPage& page) {
    if (page.mail.state != MailState::dead) return {};
    return html(R"(<form action="/outbox/{}/again" method="post">{}{}</form>
)",
                page.mail.id, page.form_token, ui::button({.text = "Try again"}));
}

Html facts_of(const Mail& mail) {
    const bool waits = mail.state == MailState::waiting && mail.attempts > 0;
    auto facts = fact("To", mail.recipient) + fact("State", spoken(mail.state)) +
                 fact("Made", openmasa::spoken(mail.made_at));
    if (mail.attempts > 0) facts += fact("Tried", counted(mail.attempts, "time"));
    if (waits) facts += fact("Next try", openmasa::spoken(mail.next_try_at));
    if (mail.ended_at)
        facts += fact(mail.state == MailState::sent ? "Sent" : "Given up",
                      openmasa::spoken(*mail.ended_at));
    if (!mail.said.empty()) facts += fact("The server", mail.said);
    return facts;
}

} // namespace

Html mail_view(const MailPage& page) {
    return html(
        R"({}<dl class="om-dl om-measure">
{}</dl>
{}<h2 class="govuk-heading-s">What it says</h2>
<pre class="om-mail">{}</pre>
)",
        pages::head({.title = page.subject}), facts_of(page.mail), again(page), page.text);
}

} // namespace openmasa::notices
