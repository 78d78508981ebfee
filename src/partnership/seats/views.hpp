#pragma once
// The list of seats, the page of one, and its forms. Ready data only.
#include "core/terms/words.hpp"
#include "partnership/seats/actions.hpp"
#include "web/html.hpp"

namespace openmasa::seats {

struct ListPage {
    terms::Words words{};
    bool may_change = false;
    Html list;
};
Html list_view(const ListPage& page);

struct SeatPage {
    Group group;
    Seat seat;
    Day today{};
    bool may_change = false;
    /// The day that was asked about, as it was typed, and as it was understood.
    std::string asked;
    std::optional<Day> on{};
    std::vector<Problem> problems{};
};
Html seat_view(const SeatPage& page);

/// What each form shows beside its own.
struct FormPage {
    Html form_token;
    Seat seat;
    std::string group;
    Day today{};
    std::vector<Problem> problems{};
};
Html hand_on_form(const FormPage& page, const Begin& typed);
Html deputy_form(const FormPage& page, const Begin& typed);
Html promote_form(const FormPage& page, const std::string& deputy, const Promote& typed);
Html put_right_form(const FormPage& page, const std::string& person, const PutRight& typed);
Html end_form(const FormPage& page, const EndSeat& typed);

} // namespace openmasa::seats
