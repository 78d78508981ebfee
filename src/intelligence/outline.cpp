#include "intelligence/outline.hpp"
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <map>
#include <numbers>
#include <unordered_map>

namespace openmasa::intelligence {
namespace {

constexpr double earth = 63'710; // mean radius, in units
constexpr double central_meridian = -2;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// Twice its area.
double area_of(const GridRing& ring) {
    double sum = 0;
    for (std::size_t at = 0; at < ring.size(); ++at) {
        const auto& one = ring[at];
        const auto& next = ring[(at + 1) % ring.size()];
        sum += double(one.x) * next.y - double(next.x) * one.y;
    }
    return std::abs(sum);
}

const GridRing* largest_of(const Outline& outline) {
    const auto found = std::ranges::max_element(outline, {}, area_of);
    return found == outline.end() ? nullptr : &*found;
}

/// The square of how far a point is from what lies between two others.
double distance(GridPoint point, GridPoint from, GridPoint to) {
    const double dx = to.x - from.x, dy = to.y - from.y;
    const double px = point.x - from.x, py = point.y - from.y;
    const double length = dx * dx + dy * dy;
    const double along = length == 0 ? 0 : std::clamp((px * dx + py * dy) / length, 0.0, 1.0);
    const double ex = px - along * dx, ey = py - along * dy;
    return ex * ex + ey * ey;
}

/// Marks what stays between the two ends, by a list of spans and not by recursion.
void keep_between(std::span<const GridPoint> line, double tolerance, std::vector<bool>& kept) {
    std::vector<std::pair<std::size_t, std::size_t>> spans{{0, line.size() - 1}};
    while (!spans.empty()) {
        const auto [from, to] = spans.back();
        spans.pop_back();
        double most = tolerance * tolerance;
        std::size_t farthest = 0;
        for (auto at = from + 1; at < to; ++at) {
            const double far = distance(line[at], line[from], line[to]);
            if (far > most) most = far, farthest = at;
        }
        if (farthest == 0) continue;
        kept[farthest] = true;
        spans.emplace_back(from, farthest);
        spans.emplace_back(farthest, to);
    }
}

/// Without its last point. The same from either end: it is always done from the same one.
GridRing simple_arc(GridRing line, double tolerance) {
    const bool turned =
        std::ranges::lexicographical_compare(line.rbegin(), line.rend(), line.begin(), line.end());
    if (turned) std::ranges::reverse(line);
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    keep_between(line, tolerance, kept);
    GridRing left;
    for (std::size_t at = 0; at < line.size(); ++at)
        if (kept[at]) left.push_back(line[at]);
    if (turned) std::ranges::reverse(left);
    left.pop_back();
    return left;
}

/// Where three borders or more meet, by how many different points lie next to each.
class Crossings {
public:
    explicit Crossings(std::span<const Outline> outlines) {
        for (const auto& outline : outlines)
            for (const auto& ring : outline)
                for (std::size_t at = 0; at < ring.size(); ++at) {
                    const auto next = ring[(at + 1) % ring.size()];
                    note(ring[at], next);
                    note(next, ring[at]);
                }
    }
    bool meet_at(GridPoint point) const { return places_.at(key(point)).is_crossing; }

private:
    struct Place {
        std::uint64_t one = 0, other = 0;
        int known = 0;
        bool is_crossing = false;
    };
    static std::uint64_t key(GridPoint point) {
        return std::uint64_t(std::uint32_t(point.x)) << 32 | std::uint32_t(point.y);
    }
    void note(GridPoint at, GridPoint beside) {
        auto& place = places_[key(at)];
        const auto its = key(beside);
        if ((place.known > 0 && place.one == its) || (place.known > 1 && place.other == its))
            return;
        if (place.known == 2) {
            place.is_crossing = true;
            return;
        }
        (place.known++ == 0 ? place.one : place.other) = its;
    }
    std::unordered_map<std::uint64_t, Place> places_;
};

/// From one place of the ring on to another, both with it.
GridRing stretch(const GridRing& ring, std::size_t from, std::size_t to) {
    GridRing line;
    for (auto at = from;; at = (at + 1) % ring.size()) {
        line.push_back(ring[at]);
        if (at == to && line.size() > 1) return line;
    }
}

/// Where the ring is cut: at crossings; one without two of them at its smallest point, and at what
/// is farthest from the first cut. The same for whoever shares it.
std::vector<std::size_t> cuts_of(const GridRing& ring, const Crossings& crossings) {
    std::vector<std::size_t> cuts;
    for (std::size_t at = 0; at < ring.size(); ++at)
        if (crossings.meet_at(ring[at])) cuts.push_back(at);
    if (cuts.empty()) cuts.push_back(std::size_t(std::ranges::min_element(ring) - ring.begin()));
    if (cuts.size() == 1) {
        const auto from = ring[cuts.front()];
        const auto far = std::ranges::max_element(ring, {}, [&](GridPoint point) {
            return std::pair(distance(point, from, from), point);
        });
        cuts.push_back(std::size_t(far - ring.begin()));
        std::ranges::sort(cuts);
    }
    return cuts;
}

GridRing simple_ring(const GridRing& ring, const Crossings& crossings, double tolerance) {
    const auto cuts = cuts_of(ring, crossings);
    GridRing left;
    for (std::size_t at = 0; at < cuts.size(); ++at) {
        const auto arc =
            simple_arc(stretch(ring, cuts[at], cuts[(at + 1) % cuts.size()]), tolerance);
        left.insert(left.end(), arc.begin(), arc.end());
    }
    return left;
}

} // namespace

GridPoint project(geojson::Degrees at) {
    const double latitude = radians(at.latitude);
    const double east = radians(at.longitude - central_meridian);
    const double x = earth * std::atanh(std::cos(latitude) * std::sin(east));
    const double y = earth * std::atan2(std::tan(latitude), std::cos(east));
    return {int(std::lround(x)), -int(std::lround(y))};
}

Outline projected(std::span<const geojson::Ring> rings) {
    Outline outline;
    for (const auto& ring : rings) {
        GridRing points;
        for (const auto& at : ring)
            if (const auto point = project(at); points.empty() || points.back() != point)
                points.push_back(point);
        while (points.size() > 1 && points.back() == points.front()) points.pop_back();
        if (points.size() >= 3) outline.push_back(std::move(points));
    }
    return outline;
}

std::vector<Outline> simplified(std::span<const Outline> outlines, double tolerance) {
    const Crossings crossings(outlines);
    std::vector<Outline> all;
    for (const auto& outline : outlines) {
        const auto* largest = largest_of(outline);
        Outline simple;
        for (const auto& ring : outline) {
            auto left = simple_ring(ring, crossings, tolerance);
            if (left.size() >= 3)
                simple.push_back(std::move(left));
            else if (&ring == largest)
                simple.push_back(ring);
        }
        all.push_back(std::move(simple));
    }
    return all;
}

GridBox box_of(const Outline& outline) {
    if (outline.empty()) return {};
    const auto first = outline.front().front();
    GridBox box{first.x, first.y, first.x, first.y};
    for (const auto& ring : outline)
        for (const auto point : ring) {
            box.left = std::min(box.left, point.x);
            box.right = std::max(box.right, point.x);
            box.top = std::min(box.top, point.y);
            box.bottom = std::max(box.bottom, point.y);
        }
    return box;
}

GridPoint middle_of(const Outline& outline) {
    const auto* ring = largest_of(outline);
    if (!ring) return {};
    double sum = 0, x = 0, y = 0;
    const auto origin = ring->front(); // sums stay small
    for (std::size_t at = 0; at < ring->size(); ++at) {
        const auto& one = (*ring)[at];
        const auto& next = (*ring)[(at + 1) % ring->size()];
        const double ax = one.x - origin.x, ay = one.y - origin.y;
        const double bx = next.x - origin.x, by = next.y - origin.y;
        const double part = ax * by - bx * ay;
        sum += part;
        x += (ax + bx) * part;
        y += (ay + by) * part;
    }
    if (sum == 0) return origin;
    return {origin.x + int(std::lround(x / (3 * sum))), origin.y + int(std::lround(y / (3 * sum)))};
}

std::string path_of(const Outline& outline) {
    std::string path;
    for (const auto& ring : outline) {
        auto at = ring.front();
        path += fmt::format("M{} {}l", at.x, at.y);
        for (std::size_t next = 1; next < ring.size(); ++next) {
            const int dx = ring[next].x - at.x, dy = ring[next].y - at.y;
            path +=
                fmt::format("{}{}{}{}", next > 1 && dx >= 0 ? " " : "", dx, dy < 0 ? "" : " ", dy);
            at = ring[next];
        }
        path += 'z';
    }
    return path;
}

} // namespace openmasa::intelligence
