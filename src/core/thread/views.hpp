#pragma once
// The page of a thread and the forms of its links. Ready data in, HTML out.
#include "core/thread/thread.hpp"
#include "kernel/result.hpp"
#include "web/html.hpp"

namespace openmasa::thread {

struct ThreadPage {
    Thread thread;
    std::string title, href;
};
Html page_view(const ThreadPage& page);

/// A link as somebody types it.
struct Typed {
    std::string other, direction, strength, why;
};
struct AddPage {
    Html token;
    At here;
    std::string title;
    Typed typed;
    std::vector<Problem> problems{};
};
Html add_view(const AddPage& page);

struct TakeBackPage {
    Html token;
    std::string back;
    Link link;
    std::string why;
    std::vector<Problem> problems{};
};
Html take_back_view(const TakeBackPage& page);

/// "/thread/action/01k…"
std::string address_of(const At& at);

} // namespace openmasa::thread
