#pragma once
// For tests of the arrangements: a program with the offices of three lead partners, and a draft in
// which every section has words and everything that guidance asks for is judged.
#include "core/access/store.hpp"
#include "core/signoff/store.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/masa/publishing.hpp"
#include "partnership/masa_store.hpp"
#include "partnership/office_holding.hpp"
#include "partnership/office_store.hpp"
#include "partnership/offices/actions.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {

using masa::MasaEdition;
using masa::MasaId;
using masa::MasaStage;
using partnership::MasaCheck;

class Arrangements : public testing::Test {
protected:
    Arrangements() {
        t().in_one_transaction([&] {
            add_offices();
            edition =
                masa::begin(t().db, t().unit, {.title = "Plan <b>&", .area = "Here <b>&"}).value();
            judge_all();
        });
    }
    plan::TestPlan& t() { return program.test; }
    Scope& council() { return program.cast[static_cast<std::size_t>(Role::lead_partner)]; }
    Scope& police() { return t().constable; }
    Scope& health() { return program.cast[static_cast<std::size_t>(Role::delegated_partner)]; }
    Scope& practitioner() { return program.cast[static_cast<std::size_t>(Role::practitioner)]; }

    OwnerId lead(std::string name, std::string holder, bool acting = false) {
        auto office = *offices::add(t().db, t().unit,
                                    {.id = {},
                                     .name = std::move(name),
                                     .kind = partnership::OfficeKind::lead_partner,
                                     .agency = t().constabulary});
        EXPECT_TRUE(offices::hand_over(t().db, t().unit,
                                       {.office = office.id,
                                        .version = 1,
                                        .who = std::move(holder),
                                        .from = "1 April 2025",
                                        .acting = acting}));
        return office.id;
    }
    void add_offices() {
        agencies::add_agency(
            t().db, t().unit,
            {.id = t().constabulary, .name = "Norfolk Constabulary <b>&", .sector = "Police"});
        first = lead("Lead A, council <b>", "Lead safeguarding partner");
        second = lead("Lead B, police", "Chief Constable", true);
        third = lead("Lead C, health", "Delegated safeguarding partner");
    }
    void judge_all() {
        for (const auto* content : partnership::required_contents(t().today))
            EXPECT_TRUE(masa::judge(t().db, t().unit,
                                    {.read = read(),
                                     .item = std::string(content->key),
                                     .judged = MasaCheck::Judged::met,
                                     .words = "Section 1 <b>"}));
        EXPECT_TRUE(masa::changed(t().db, t().unit, read(), "arrangements.changed",
                                  [](MasaEdition& all) -> Result<Done> {
                                      for (auto& section : all.sections) section.words = "One <b>&";
                                      return Done{};
                                  }));
    }

    MasaEdition now() { return *partnership::find_masa(t().db, t().unit, edition); }
    masa::Read read() { return {edition, now().version}; }
    std::vector<signoff::SignOff> sign_offs() {
        return signoff::of_record(t().db, partnership::arrangements_kind, edition.view());
    }
    template<class Work> auto done(Work work) {
        auto result = t().db.atomically(work);
        t().db.finish();
        return result;
    }
    Result<Done> offer(std::vector<std::string> places = {"1", "2", "3"}) {
        return done([&] { return masa::offer(t().db, t().unit, {read(), places}); });
    }
    Result<Done> sign(const Scope& who, const OwnerId& office) {
        return done([&] {
            return masa::sign(t().db, who,
                              {.id = edition,
                               .signing = {.office = office,
                                           .digest = sign_offs().front().digest,
                                           .confirmed = true}});
        });
    }
    void sign_by_all() {
        ASSERT_TRUE(offer());
        ASSERT_TRUE(sign(council(), first));
        ASSERT_TRUE(sign(police(), second));
        ASSERT_TRUE(sign(health(), third));
    }
    Result<Done> publish() {
        return done([&] { return masa::publish(t().db, t().unit, read()); });
    }
    void write(std::string words) {
        const auto section = now().sections.front();
        ASSERT_TRUE(done([&] {
            return masa::write(t().db, t().unit,
                               masa::WriteSection{read(), {section.id, section.heading, words}});
        }));
    }
    std::string get(const Scope& who, std::string_view below = "") {
        return program.get(&who, "/arrangements/" + edition.str() + std::string(below)).body;
    }
    int status(const Scope& who, std::string_view below = "") {
        return program.get(&who, "/arrangements/" + edition.str() + std::string(below)).status;
    }
    std::vector<std::string> faults() {
        audit::Verdict verdict;
        signoff::verify(t().db, verdict);
        partnership::verify_masa(t().db, verdict);
        return verdict.faults;
    }

    Program program;
    OwnerId first, second, third;
    MasaId edition;
};

inline std::string why(const Result<Done>& refused) {
    return refused ? "" : refused.refusal().problems.front().words;
}

} // namespace openmasa
