// Two hundred plans, as a partnership has them after years: no page of the living plan runs a
// statement for each of them.
#include "core/views/store.hpp"
#include "program.hpp"
#include <algorithm>

namespace openmasa {
namespace {

constexpr int number_of_plans = 200, most_statements = 15;

class ManyPlans : public testing::Test {
protected:
    ManyPlans() {
        auto& test = program.test;
        for (int number = 1; number <= number_of_plans; ++number) {
            const auto made = test.add_another_plan(fmt::format("Locality plan {}", number));
            test.in_one_transaction([&] {
                for (const auto* title : {"Begin", "Go on", "End"})
                    (void)test.add(made.section, made.objective, test.constabulary,
                                   {title, "31 Dec 2025"});
                save_a_view(made.plan.id);
            });
        }
    }
    void save_a_view(const plan::PlanId& plan) {
        views::View view;
        view.id = program.test.unit.new_id<views::ViewId>();
        view.list = "actions";
        view.within = plan.str();
        view.name = "Late ones";
        view.query = "due=late";
        view.person = *program.test.unit.person;
        view.shared = true;
        views::add(program.test.db, program.test.unit, view);
    }
    /// The address of a page that needs no more than one record of the plan; empty for others.
    std::string address_of(std::string_view pattern) const {
        const auto& test = program.test;
        std::string address(pattern);
        const auto fill = [&](std::string_view below, std::string_view id) {
            if (address.starts_with(below))
                if (const auto at = address.find("{id}"); at != address.npos)
                    address.replace(at, 4, id);
        };
        fill("/plans/", test.plan.id.view());
        fill("/priorities/", test.adolescents.id.view());
        fill("/objectives/", test.prevent.id.view());
        fill("/actions/", test.late.view());
        fill("/owners/", test.constabulary.view());
        return address.find('{') == address.npos ? address : std::string();
    }
    static bool is_of_the_plan(const Module& module) {
        static constexpr std::string_view names[] = {
            "home", "plans", "actions",  "versions", "imports", "priorities", "updates",  "views",
            "year", "owed",  "editions", "drafting", "moving",  "retention",  "documents"};
        return std::ranges::count(names, module.name) > 0;
    }
    void look_at_all_as(const Scope& who) {
        for (const auto& module : program.router.modules()) {
            if (!is_of_the_plan(module)) continue;
            for (const auto& route : module.routes) {
                const auto address =
                    route.method == Method::Get ? address_of(route.pattern) : std::string();
                if (address.empty()) continue;
                (void)get(who, address); // what is remembered is read once for all pages
                const auto answer = get(who, address);
                EXPECT_LE(statements, most_statements) << address << " for " << who.known_as;
                EXPECT_TRUE(answer.status < 500 || address.ends_with(".pdf")) << address;
                ++looked_at;
            }
        }
    }
    http::Response get(const Scope& who, const std::string& target) {
        http::Request request;
        request.path = target;
        request.peer = "127.0.0.1";
        request.headers.push_back({"Cookie", "openmasa_session=" + Program::secret_of(&who)});
        return counting.answer(request, program.test.db);
    }
    Program program;
    /// Of the last request, as its route's budget counts them.
    int statements = 0;
    Router counting{
        {.clock = [this] { return program.test.now; },
         .randomness = &program.randomness,
         .today = program.test.today,
         .on_answer = [this](const Answered& answer) { statements = answer.statements; },
         .storage = &program.storage},
        modules()};
    int looked_at = 0;
};

TEST_F(ManyPlans, No_page_runs_a_statement_for_each_of_them) {
    for (const auto* who : {&program.test.unit, &program.test.constable, &program.test.reader})
        look_at_all_as(*who);
    EXPECT_GT(looked_at, 3 * 50);
}

TEST_F(ManyPlans, All_saved_views_stand_on_one_page) {
    const auto page = get(program.test.reader, "/views").body;
    std::size_t views = 0;
    for (auto at = page.find("due=late"); at != page.npos; at = page.find("due=late", at + 1))
        ++views;
    EXPECT_EQ(views, std::size_t{number_of_plans});
}

} // namespace
} // namespace openmasa
