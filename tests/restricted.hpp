#pragma once
// For tests of restricted records: a program with a cast of every role, and an action that holds
// one word in every field that a person can write.
#include "core/accounts/store.hpp"
#include "core/audit/audit.hpp"
#include "core/comments/comments.hpp"
#include "core/exchange/sheet.hpp"
#include "core/files/attachment.hpp"
#include "core/jobs/actions.hpp"
#include "core/jobs/working.hpp"
#include "core/notices/notice.hpp"
#include "core/restriction/actions.hpp"
#include "core/restriction/glass.hpp"
#include "kernel/text.hpp"
#include "plan/progress.hpp"
#include "plan/updates/store.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {

inline constexpr auto canary = "Quetzalcoatl";
inline constexpr auto password = "three unrelated words";

inline constexpr store::Query<int(std::string_view, plan::ActionId)> count_acts{
    "test.count_acts",
    "SELECT count(*) FROM audit_entry WHERE verb = $1 AND kind = 'action' AND record_id = $2"};
inline constexpr store::Query<int(std::string_view)> count_verb{
    "test.count_verb", "SELECT count(*) FROM audit_entry WHERE verb = $1"};

inline constexpr store::Query<int(std::string_view)> count_called{
    "test.count_called", "SELECT count(*) FROM action WHERE title = $1"};

class Restricted : public testing::Test {
protected:
    Restricted() {
        kinds = restrictable(modules());
        t().in_one_transaction([&] { ask_for_updates(); });
    }
    plan::TestPlan& t() { return program.test; }
    Scope& who(Role role) { return program.cast[static_cast<std::size_t>(role)]; }

    /// An action with the word in every field that a person can write.
    void add_secret() {
        const std::string word = canary;
        t().in_one_transaction([&] {
            secret =
                t().add(t().adolescents, t().prevent, t().constabulary, {word, "1 March 2026"});
            auto action = *plan::find_action(t().db, t().unit, secret);
            action.words = word + " words";
            action.status = plan::Status::stopped;
            action.stopped_why = word + " why";
            action.target.words = word + " date";
            action.left_behind_why = word + " left";
            plan::save_notes(t().db, secret, {{word + " heading", word + " note"}});
            plan::Step step;
            step.id = t().unit.new_id<plan::StepId>();
            step.words = step.date_words = step.date_meaning = word + " step";
            plan::save_steps(t().db, t().unit, secret, {step});
            add_contributions(action, word);
            ASSERT_TRUE(plan::save_action(t().db, t().unit, action, {.verb = "action.changed"}));
            add_what_is_about_it(word);
            ask_about(secret);
        });
    }
    void add_contributions(const plan::Action& action, const std::string& word) {
        plan::add_progress(t().db, t().unit, action,
                           plan::Progress{.at = t().now, .who = {}, .words = word + " progress"});
        plan::add_evidence(t().db, t().unit, action,
                           plan::Evidence{.at = t().now,
                                          .who = {},
                                          .title = word + " title",
                                          .words = word + " evidence",
                                          .link = "https://example.org/" + word});
    }
    /// What the core keeps about any record.
    void add_what_is_about_it(const std::string& word) {
        ASSERT_TRUE(comments::add(
            t().db, t().unit,
            {.kind = "action", .record = secret.str(), .answers = {}, .words = word + " comment"}));
        files::attach(t().db, t().unit, {.kind = "action", .id = secret.view()},
                      {.id = t().unit.new_id<files::FileId>(),
                       .digest = std::string(64, 'a'),
                       .size = 1,
                       .type = "text/plain",
                       .name = word + ".txt",
                       .made_at = t().now,
                       .scanned = "not scanned"});
        for (const auto& told : program.cast)
            notices::tell(t().db, t().unit,
                          {.person = told.person,
                           .kind = notices::Kind::action_given,
                           .about_kind = "action",
                           .about_id = secret.view(),
                           .path = "/actions/" + secret.str() + "#" + word});
    }
    /// A request for updates, before there is anything to hide; then it asks about that, too.
    void ask_for_updates() {
        request = t().unit.new_id<updates::RequestId>();
        updates::add_request(t().db, t().unit,
                             {.id = request,
                              .plan = t().plan.id,
                              .plan_title = t().plan.title,
                              .asked_by = t().unit.person,
                              .asker = t().unit.known_as,
                              .asked_at = t().now,
                              .answer_by = t().today,
                              .words = {},
                              .reminded_on = {},
                              .closed_at = {}});
        ask_about(t().late);
    }
    void ask_about(const plan::ActionId& id) {
        updates::OpenAction action{};
        action.id = id;
        action.owner = t().constabulary;
        updates::add_asked(t().db, request, action);
    }
    void restrict(Record record, std::vector<restriction::Name> names) {
        t().in_one_transaction([&] {
            ASSERT_TRUE(restriction::restrict_record(t().db, t().unit, kinds,
                                                     {.record = std::move(record),
                                                      .reason = std::string(canary) + " reason",
                                                      .names = std::move(names)}));
        });
    }
    void restrict_secret(std::vector<restriction::Name> names = {}) {
        restrict({"action", secret.str()}, std::move(names));
    }
    static restriction::Name named(const Scope& who) { return {.person = who.person, .owner = {}}; }
    static restriction::Name denied(const Scope& who) {
        return {.person = who.person, .owner = {}, .denied = true};
    }

    std::string filled(std::string path, const std::string& action) {
        const auto fill = [&](std::string_view start, std::string_view hole, std::string_view id) {
            if (path.starts_with(start)) path.replace(path.find(hole), hole.size(), id);
        };
        fill("/plans/{id}", "{id}", t().plan.id.view());
        fill("/plans/" + t().plan.id.str() + "/updates/{request}", "{request}", request.view());
        fill("/updates/{request}", "{request}", request.view());
        fill("/priorities/{id}", "{id}", t().adolescents.id.view());
        fill("/objectives/{id}", "{id}", t().prevent.id.view());
        fill("/actions/{id}", "{id}", action);
        fill("/audit/records/{kind}", "{kind}", "action");
        fill("/audit/records/action/{id}", "{id}", action);
        for (const std::string start : {"/history", "/retention/propose", "/retention/hold"}) {
            fill(start + "/{kind}/{id}", "{id}", action);
            fill(start + "/{kind}", "{kind}", "action");
            fill(start + "/action/" + action + "/{version}", "{version}", "1");
        }
        fill("/restricted/{kind}/{id}", "{id}", action);
        fill("/restricted/{kind}", "{kind}", "action");
        return path;
    }
    /// Every address that can be read, with what a reader may ask of it.
    std::vector<std::string> addresses(const std::string& action) {
        std::vector<std::string> all;
        for (const auto& module : modules())
            for (const auto& route : module.routes)
                if (route.method == Method::Get)
                    all.push_back(filled(std::string(route.pattern), action));
        const auto list = "/plans/" + t().plan.id.str() + "/actions";
        for (const auto* query : {"?words=Quetzal", "?sort=status", "?sort=date", "?sort=owner",
                                  "?status=stopped", "?when=late", "?evidence=missing"})
            for (const auto* kind : {"", ".csv", ".json", ".xlsx"})
                all.push_back(list + kind + query);
        const auto owner = "/owners/" + t().constabulary.str();
        for (const auto* below : {"", "?show=late", "/actions.csv", "/actions.xlsx"})
            all.push_back(owner + below);
        all.push_back("/plans/" + t().plan.id.str() + "/changes?since=2020-01-01");
        all.push_back("/plans/" + t().plan.id.str() + "/updates/check?which=open&answer_by=" +
                      iso(t().today + std::chrono::days{7}) + "&owner=" + t().constabulary.str());
        all.push_back("/priorities/" + t().adolescents.id.str() + "/changes?since=2020-01-01");
        return all;
    }
    /// Asking is itself in the log, so no two answers are alike; the word is not in it either.
    static bool shows_the_log(const std::string& path) {
        return path.starts_with("/audit") || path.starts_with("/account/activity");
    }
    static std::string cells_of(const sheet::Sheet& sheet) {
        std::string all = join(sheet.names, ",") + "\n";
        for (const auto& row : sheet.rows) all += join(row.cells, ",") + "\n";
        return all;
    }
    std::string answer_to(const Scope& asking, const std::string& path) {
        program.randomness.calls = 0;
        const auto response = program.get(&asking, path);
        std::string all = std::to_string(response.status) + "\n";
        if (path.find(".xlsx") != path.npos && response.status == 200)
            return all + cells_of(sheet::read_sheet(response.body).value());
        for (const auto& header : response.headers) all += header.name + ": " + header.value + "\n";
        return all + response.body;
    }
    int readings() { return *t().db.one(count_acts, "restricted.read", secret); }

    Program program;
    restriction::AllKinds kinds;
    plan::ActionId secret{};
    updates::RequestId request{};
    const std::string missing = std::string(26, '0');
};

} // namespace openmasa
