#include "core/registers/list_page.hpp"
#include "core/registers/pages.hpp"
#include "plan/look_back.hpp"
#include "plan/responses/module.hpp"
#include "plan/responses/pages.hpp"
#include "plan/responses/register.hpp"

namespace openmasa::responses {
namespace {

using enum Permission;
using enum Method;

constexpr auto keep = keep_recommendations;
using Rows = registers::Pages<response_register>;
constexpr Route routes[] = {
    {Get, "/recommendations/answers", read_plan, show_list, Budget{15}},
    {Get, "/recommendations/answers.csv", read_plan, Rows::csv, Budget{10}},
    {Get, "/recommendations/answers.json", read_plan, Rows::json, Budget{10}},
    {Get, "/recommendations/answers.xlsx", read_plan, Rows::xlsx, Budget{10}},
    {Get, "/recommendations/{id}/ask", keep, show_ask, Budget{15}},
    // Some fifteen for each owner that is asked, and each person who is told.
    {Post, "/recommendations/{id}/ask", keep, post_ask, Budget{2000}},
    // And four for each that has not answered.
    {Get, "/recommendations/{id}/remind", keep, show_remind, Budget{100}},
    {Post, "/recommendations/{id}/remind", keep, post_remind, Budget{2000}},
    // Within the owner for whom they hold it (may_answer()).
    {Get, "/recommendations/{id}/answers/{owner}", answer_recommendation, show_answer, Budget{8}},
    {Post, "/recommendations/{id}/answers/{owner}", answer_recommendation, post_answer, Budget{60}},
    {Post, "/recommendations/{id}/answers/{owner}/take-back", keep, post_take_back, Budget{30}},
    {Get, "/responses/{secret}", anyone, show_answer_by_link, Budget{7}},
    {Post, "/responses/{secret}", anyone, post_answer_by_link, Budget{70}},
};

} // namespace

Module module() {
    static const views::List lists[] = {registers::views_of<response_register>()};
    return {.name = "responses", .routes = routes, .looks_back = plan::look_back, .lists = lists};
}

} // namespace openmasa::responses
