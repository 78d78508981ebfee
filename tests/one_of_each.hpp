#pragma once
// One record of every kind that a route's pattern asks for, and the address of each route with it.
#include "core/accounts/outside_identity.hpp"
#include "core/accounts/person_register.hpp"
#include "core/accounts/register.hpp"
#include "core/files/attachment.hpp"
#include "core/jobs/store.hpp"
#include "core/notices/store.hpp"
#include "core/registers/uploads.hpp"
#include "core/views/store.hpp"
#include "figures_of_each.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/actions.hpp"
#include "partnership/groups/terms_actions.hpp"
#include "partnership/masa/comments.hpp"
#include "partnership/masa/publishing.hpp"
#include "partnership/masa/registers.hpp"
#include "partnership/masa_store.hpp"
#include "partnership/seats/actions.hpp"
#include "plan/actions/register.hpp"
#include "plan/imports/uploads.hpp"
#include "plan/recommendations/adding.hpp"
#include "plan/recommendations/register.hpp"
#include "plan/responses/asking.hpp"
#include "plan/updates/asking.hpp"
#include "plan/updates/store.hpp"
#include "program.hpp"
#include <gtest/gtest.h>

namespace openmasa {

/// A program with one record of every kind, whose names carry what a page must escape.
class OneOfEach {
public:
    OneOfEach() {
        program.test.in_one_transaction([&] {
            upload.id = program.test.unit.new_id<plan::ImportId>();
            upload.file_name = "plan.docx";
            upload.document = "not a Word file";
            imports::add_upload(program.test.db, program.test.unit, upload);
            agencies::add_agency(program.test.db, program.test.unit,
                                 {.id = program.test.constabulary,
                                  .name = "Norfolk Constabulary <b>&",
                                  .sector = "Police <b>&"});
            agency_rows =
                registers::upload(program.test.db, program.test.unit, agencies::agency_register,
                                  "agencies.csv", "name,sector\nNew <b>& one,Health <b>&\n",
                                  registers::Policy::skip)
                    .value();
            action_rows = registers::upload(program.test.db, program.test.unit,
                                            plan::action_register, "actions.csv",
                                            "id,status\n" + program.test.late.str() + ",done\n",
                                            registers::Policy::skip)
                              .value();
            add_spare_account();
            people_rows =
                registers::upload(program.test.db, program.test.unit, accounts::person_register,
                                  "people.csv", "name,agency\nNew <b>& person,\n",
                                  registers::Policy::skip)
                    .value();
            const auto administrator = command_line_scope(program.test.now, program.randomness);
            user_rows = registers::upload(program.test.db, administrator, accounts::user_register,
                                          "users.csv", "email,name\nnew@example.org,New <b>&\n",
                                          registers::Policy::skip)
                            .value();
            view.id = program.test.unit.new_id<views::ViewId>();
            view.within = program.test.plan.id.str();
            view.person = *program.test.unit.person;
            views::add(program.test.db, program.test.unit, view);
            add_mail_and_job();
            add_group();
            add_picture();
            add_request();
            add_arrangements();
            add_recommendation();
            figures.add(program.test);
            for (const auto& id : {program.test.late, program.test.done}) // a second version each
                EXPECT_TRUE(
                    plan::save_action(program.test.db, program.test.unit,
                                      *plan::find_action(program.test.db, program.test.unit, id),
                                      {.verb = "action.changed"}));
        });
    }

    /// A route's path with the record it asks for; where it may be any action, with this one.
    std::string address(const Route& route, const plan::ActionId& action) const {
        std::string path(route.pattern);
        for (const auto& fillings : {of_plans(action), of_partnership(action), of_core(action)})
            for (const auto& [start, name, with] : fillings) {
                const auto hole = path.find(name);
                if (path.starts_with(start) && hole != path.npos)
                    path.replace(hole, name.size(), with);
            }
        return path;
    }

    Program program;

private:
    void add_spare_account() {
        auto& test = program.test;
        accounts::add_account(test.db, spare, test.now);
        access::add_holding(test.db, {.id = spare_role,
                                      .person = spare.person,
                                      .role = Role::analyst,
                                      .owner = {},
                                      .from = test.today});
        ASSERT_TRUE(accounts::join_identity(
            test.db, test.unit,
            {.account = spare.id, .identity = {"https://login.example.org", "spare"}}));
        spare_identity = accounts::identities_of(test.db, spare.id).front().id;
    }

    /// The head of a picture of one point, on the late action.
    void add_picture() {
        using namespace std::string_literals;
        const auto content = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1"s;
        picture = files::attach(program.test.db, program.test.unit,
                                {.kind = "action", .id = program.test.late.view()},
                                {.id = program.test.unit.new_id<files::FileId>(),
                                 .digest = program.storage.put(content),
                                 .size = static_cast<std::int64_t>(content.size()),
                                 .type = "image/png",
                                 .name = "A point <b>&.png",
                                 .made_at = program.test.now,
                                 .scanned = "not scanned"})
                      .id;
    }

    /// Both owners are asked how their actions stand; Children's Services by a link.
    void add_request() {
        auto& test = program.test;
        auto choice = updates::usual_choice(test.today, {});
        choice.owners = {test.constabulary.str(), test.services.str()};
        request = updates::ask(test.db, test.unit,
                               {.plan = test.plan.id,
                                .choice = std::move(choice),
                                .words = "How far is it <b>&?",
                                .emails = {{test.services.str(), "head@example.org"}}})
                      .value();
        office = updates::offices_of(test.db, request, test.now).front().id;
    }

    /// One edition, published years ago and followed by a draft; one out for consultation.
    void add_arrangements() {
        auto& test = program.test;
        published = masa::record_earlier(test.db, test.unit,
                                         {.title = "MASA plan <b>&",
                                          .area = "Everywhere <b>&",
                                          .published_on = "29 November 2024",
                                          .signed_by = "The three <b>&",
                                          .sections = {{"Summary <b>&", "Words <b>&"}}})
                        .value();
        arrangements =
            masa::begin(test.db, test.unit, {.title = "Next <b>&", .area = "Everywhere"}).value();
        consulted =
            masa::begin(test.db, test.unit, {.title = "Asked <b>&", .area = "Here"}).value();
        section = partnership::find_masa(test.db, test.unit, consulted)->sections.front().id;
        EXPECT_TRUE(masa::consult(test.db, test.unit, {consulted, 1}));
        comment = masa::add(test.db, test.unit, {consulted, section, "What of this <b>&?"})->id;
        edition_rows = registers::upload(test.db, test.unit, masa::edition_register, "editions.csv",
                                         "title,area\nNew <b>&,Here\n", registers::Policy::skip)
                           .value();
    }

    /// Led by the constabulary, from two sources, and filed.
    void add_recommendation() {
        auto& test = program.test;
        const recommendations::SourceWords source{.kind = recommendations::SourceKind::audit,
                                                  .document = "Audit <b>&",
                                                  .dated = "10 March 2025",
                                                  .words = "Record <b>& what children say."};
        recommendation =
            recommendations::add(test.db, test.unit,
                                 {.filing = {.title = "Record <b>& the voice of the child",
                                             .home = recommendations::Home::priority,
                                             .priority = test.adolescents.id,
                                             .kind = recommendations::Kind::workforce,
                                             .owner = test.constabulary,
                                             .expected = {test.constabulary, test.services}},
                                  .source = source})
                ->id;
        EXPECT_TRUE(responses::ask(test.db, test.unit,
                                   {.recommendation = recommendation,
                                    .owners = {test.constabulary.str()},
                                    .due = "20 February 2026",
                                    .words = "What <b>& did you do?",
                                    .emails = {{test.constabulary.str(), "police@example.org"}}}));
        EXPECT_TRUE(recommendations::keep_source(
            test.db, test.unit, {.id = recommendation, .version = 1, .said = source}));
        recommendation_source =
            recommendations::find_whole(test.db, test.unit, recommendation)->sources.front().id;
        recommendation_rows =
            registers::upload(test.db, test.unit, recommendations::recommendation_register,
                              "recommendations.csv",
                              "title,document,source_kind,words\nNew <b>&,Audit,audit,Do\n",
                              registers::Policy::skip)
                .value();
    }

    /// With a seat that somebody fills, a deputy, a guest and a draft of its terms of reference.
    void add_group() {
        auto& test = program.test;
        const auto now = [&] { return *partnership::read_group(test.db, group, test.today); };
        group = groups::keep(test.db, test.unit, {.name = "Audit Group"}).value();
        seat = seats::keep(test.db, test.unit,
                           {.group = "Audit Group", .name = "Police", .holder = constabulary_name})
                   .value();
        EXPECT_TRUE(seats::begin(test.db, test.unit,
                                 {.seat = seat,
                                  .version = 1,
                                  .part = partnership::Part::deputy,
                                  .who = "Chief Constable",
                                  .from = "2026-01-01"}));
        EXPECT_TRUE(groups::invite(test.db, test.unit,
                                   {.group = group,
                                    .version = now().version,
                                    .who = "Lead member",
                                    .from = "2026-01-01"}));
        EXPECT_TRUE(groups::write_terms(
            test.db, test.unit, {.group = group, .version = now().version, .words = "Meets"}));
        deputy = now().seats.front().people.front().id;
        guest = now().guests.front().id;
        terms = now().terms.front().id;
    }

    void add_mail_and_job() {
        auto& test = program.test;
        mail.id = test.unit.new_id<notices::MailId>();
        mail.message_id = "1@example.org";
        mail.recipient = "head@example.org";
        mail.made_at = mail.next_try_at = test.now;
        notices::add_mail(test.db, mail);
        job.id = test.unit.new_id<jobs::JobId>();
        job.kind = "everything";
        job.person = test.unit.person;
        job.made_at = job.next_try_at = test.now;
        jobs::add_job(test.db, job);
        jobs::add_schedule(
            test.db,
            {.kind = "housekeeping", .rule = "daily 02:30", .next_at = test.now, .last_at = {}});
    }

    /// What stands in a pattern's hole, where the pattern starts so; the first that fits is taken.
    struct Filling {
        std::string start;
        std::string_view hole;
        std::string with;
    };

    std::vector<Filling> of_plans(const plan::ActionId& action) const {
        return {
            {"/plans/{id}/gaps/{gap}", "{gap}", "no-actions"},
            {"/plans/{id}/updates", "{request}", request.str()},
            {"/plans/{id}/updates", "{office}", office.str()},
            {"/plans/{id}", "{id}", program.test.plan.id.str()},
            {"/updates/{request}", "{request}", request.str()},
            {"/answers/{secret}", "{secret}", "no-such-link"},
            {"/priorities/{id}", "{id}", program.test.adolescents.id.str()},
            {"/objectives/{id}", "{id}", program.test.prevent.id.str()},
            {"/actions/{id}", "{id}", action.str()},
            {"/actions/" + program.test.late.str() + "/files/{file}", "{file}", picture.str()},
            {"/recommendations/import/{import}", "{import}", recommendation_rows.str()},
            {"/recommendations/{id}", "{id}", recommendation.str()},
            {"/recommendations/" + recommendation.str(), "{source}", recommendation_source.str()},
            {"/recommendations/" + recommendation.str(), "{move}", "accept"},
            {"/thread/{kind}/{id}", "{id}", recommendation.str()},
            {"/thread/{kind}", "{kind}", "recommendation"},
            {"/thread/links/{link}", "{link}", "no-such-link"},
            {"/recommendations/" + recommendation.str(), "{owner}",
             program.test.constabulary.str()},
            {"/responses/{secret}", "{secret}", "no-such-link"},
        };
    }

    std::vector<Filling> of_partnership(const plan::ActionId& action) const {
        return {
            {"/agencies/{id}", "{id}", program.test.constabulary.str()},
            {"/arrangements/import/{import}", "{import}", edition_rows.str()},
            {"/arrangements/{id}/comments", "{id}", consulted.str()},
            {"/arrangements/{id}/sections/{part}/comments", "{id}", consulted.str()},
            {"/arrangements/" + consulted.str(), "{part}", section.str()},
            {"/arrangements/" + consulted.str(), "{comment}", comment.str()},
            {"/arrangements/{id}/published", "{id}", published.str()},
            {"/arrangements/{id}/correct", "{id}", published.str()},
            {"/arrangements/{id}", "{id}", arrangements.str()},
            {"/arrangements/" + arrangements.str(), "{part}", "new"},
            {"/arrangements/" + arrangements.str(), "{item}", "scrutiny"},
            {"/arrangements/" + arrangements.str(), "{file}", picture.str()},
            {"/arrangements/" + published.str(), "{number}", "1"},
            {"/groups/{id}", "{id}", group.str()},
            {"/groups/" + group.str(), "{guest}", guest.str()},
            {"/groups/" + group.str(), "{terms}", terms.str()},
            {"/seats/{id}", "{id}", seat.str()},
            {"/seats/" + seat.str(), "{member}", deputy.str()},
            {"/owners/{id}", "{id}", program.test.constabulary.str()},
            {"/indicators/import/{load}", "{load}", figures.waiting.str()},
            {"/indicators/loads/{load}", "{load}", figures.saved.str()},
            {"/indicators/areas/{code}", "{code}", "926"},
            {"/indicators/{id}/enter", "{id}", figures.own.str()},
            {"/indicators/{id}", "{id}", figures.indicator.str()},
            {"/returns/{agency}", "{agency}",
             (action == program.test.late ? program.test.constabulary : program.test.services)
                 .str()},
        };
    }

    std::vector<Filling> of_core(const plan::ActionId& action) const {
        return {
            {"/imports/{id}", "{id}", upload.id.str()},
            {"/actions/import/{import}", "{import}", action_rows.str()},
            {"/agencies/import/{import}", "{import}", agency_rows.str()},
            {"/views/{id}", "{id}", view.id.str()},
            {"/people/import/{import}", "{import}", people_rows.str()},
            {"/users/import/{import}", "{import}", user_rows.str()},
            {"/people/details/{id}", "{id}", spare.person.str()},
            {"/people/{id}", "{id}", spare.id.str()},
            {"/people/" + spare.id.str() + "/roles/{holding}", "{holding}", spare_role},
            {"/people/" + spare.id.str() + "/identities/{identity}", "{identity}",
             spare_identity.str()},
            {"/answer/{secret}", "{secret}", "no-such-link"},
            {"/outbox/{id}", "{id}", mail.id.str()},
            {"/jobs/{id}", "{id}", job.id.str()},
            {"/restricted/{kind}/{id}", "{id}", action.str()},
            {"/restricted/{kind}", "{kind}", "action"},
            {"/retention/propose/{kind}/{id}", "{id}", program.test.withdrawn.str()},
            {"/retention/hold/{kind}/{id}", "{id}", program.test.withdrawn.str()},
            {"/retention/propose/{kind}", "{kind}", "action"},
            {"/retention/hold/{kind}", "{kind}", "action"},
            {"/retention/certificates/{number}", "{number}", "D-2026-1"},
            {"/history/{kind}/{id}", "{id}", action.str()},
            {"/history/{kind}", "{kind}", "action"},
            {"/history/action/" + action.str() + "/{version}", "{version}", "1"},
            {"/jobs/schedules/{kind}", "{kind}", "housekeeping"},
            {"/welcome/{secret}", "{secret}", "no-such-link"},
            {"/audit/records/{kind}", "{kind}", "action"},
            {"/audit/records/action/{id}", "{id}", action.str()},
            {"/audit/people/{id}", "{id}", program.test.constable.person->str()},
            {"/audit/checkpoints/{entry}", "{entry}", "1"},
        };
    }

    imports::Upload upload;
    views::View view{.id = {},
                     .list = "actions",
                     .within = {},
                     .name = "Late",
                     .query = "due=late",
                     .person = {},
                     .maker = {},
                     .shared = true,
                     .withdrawn_why = {}};
    notices::Mail mail;
    jobs::Job job;
    files::AttachmentId picture{};
    masa::MasaId arrangements{}, consulted{}, published{};
    masa::MasaPartId section{};
    masa::MasaCommentId comment{};
    recommendations::RecommendationId recommendation{};
    recommendations::SourceId recommendation_source{};
    updates::RequestId request{};
    updates::OfficeId office{};
    OwnerId group{}, seat{};
    partnership::MemberId deputy{}, guest{};
    partnership::TermsId terms{};
    FiguresOfEach figures;
    static constexpr auto constabulary_name = "Norfolk Constabulary <b>&";
    registers::RegisterImportId agency_rows, action_rows, people_rows{}, user_rows{},
        edition_rows{}, recommendation_rows{};
    /// Somebody whose account the forms may change.
    accounts::Account spare{.id = program.test.unit.new_id<AccountId>(),
                            .person = program.test.unit.new_id<PersonId>(),
                            .known_as = "A spare office",
                            .email = "spare@example.org",
                            .password_hash = {}};
    const std::string spare_role = program.test.unit.new_id<PersonId>().str();
    accounts::OutsideIdentityId spare_identity{};
};

} // namespace openmasa
