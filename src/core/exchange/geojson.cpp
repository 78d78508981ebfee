#include "core/exchange/geojson.hpp"
#include <cmath>
#include <fmt/format.h>
#include <rapidjson/document.h>

namespace openmasa::geojson {
namespace {

using rapidjson::Value;

Refusal refused(std::string words) {
    return invalid("file", std::move(words));
}

const Value* member(const Value& object, const char* name) {
    if (!object.IsObject()) return nullptr;
    const auto found = object.FindMember(name);
    return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string_view text(const Value* value) {
    return value && value->IsString()
               ? std::string_view(value->GetString(), value->GetStringLength())
               : std::string_view();
}

/// "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", or nothing at all, which means the same.
Result<Done> check_coordinates(const Value& document) {
    const auto* crs = member(document, "crs");
    if (!crs || crs->IsNull()) return Done{};
    const auto* properties = member(*crs, "properties");
    const auto name = properties ? text(member(*properties, "name")) : std::string_view();
    if (name.ends_with("4326") || name.ends_with("CRS84")) return Done{};
    return refused(
        fmt::format("Its coordinates are in {}, not in degrees. Download it as EPSG:4326 "
                    "(longitude and latitude) and choose it again.",
                    name.empty() ? "a system that it does not name" : name));
}

class FeatureReader {
public:
    Result<Done> take(const Value& value) {
        const auto* geometry = member(value, "geometry");
        const auto type = geometry ? text(member(*geometry, "type")) : std::string_view();
        const auto* coordinates = geometry ? member(*geometry, "coordinates") : nullptr;
        const bool one = type == "Polygon", several = type == "MultiPolygon";
        if ((!one && !several) || !coordinates || !coordinates->IsArray()) return Done{};
        Feature feature;
        if (const auto* properties = member(value, "properties");
            properties && properties->IsObject())
            for (const auto& property : properties->GetObject())
                if (property.value.IsString())
                    feature.properties.emplace_back(text(&property.name), text(&property.value));
        if (one) TRY(add_polygon(*coordinates, feature));
        if (several)
            for (const auto& polygon : coordinates->GetArray()) TRY(add_polygon(polygon, feature));
        if (!feature.rings.empty()) features_.push_back(std::move(feature));
        return Done{};
    }
    std::vector<Feature> done() { return std::move(features_); }

private:
    Result<Done> add_polygon(const Value& polygon, Feature& feature) {
        if (!polygon.IsArray()) return refused("One of its outlines is no list of rings.");
        for (const auto& ring : polygon.GetArray()) feature.rings.push_back(TRY(ring_of(ring)));
        return Done{};
    }

    Result<Ring> ring_of(const Value& points) {
        if (!points.IsArray()) return refused("One of its outlines is no list of points.");
        points_ += points.Size();
        if (points_ > most_points)
            return refused("It has more than two million points. Choose a generalised outline: the "
                           "publisher calls it BGC, BSC or BUC.");
        Ring ring;
        ring.reserve(points.Size());
        for (const auto& point : points.GetArray()) ring.push_back(TRY(point_of(point)));
        const bool is_closed = ring.size() >= 4 &&
                               ring.front().longitude == ring.back().longitude &&
                               ring.front().latitude == ring.back().latitude;
        if (!is_closed) return refused("One of its outlines is not closed.");
        return ring;
    }

    static Result<Degrees> point_of(const Value& point) {
        const bool is_pair =
            point.IsArray() && point.Size() >= 2 && point[0].IsNumber() && point[1].IsNumber();
        if (!is_pair) return refused("One of its points is no pair of numbers.");
        const Degrees at{point[0].GetDouble(), point[1].GetDouble()};
        if (std::abs(at.longitude) > 180 || std::abs(at.latitude) > 90)
            return refused(
                "Its coordinates are no degrees. Download it as EPSG:4326 (longitude and "
                "latitude) and choose it again.");
        // England lies between 7 degrees west and 2 east, 49 and 56 north.
        if (at.longitude > 45 && std::abs(at.latitude) < 15)
            return refused("Latitude stands before longitude in it. Download it as GeoJSON, which "
                           "has longitude first, and choose it again.");
        return at;
    }

    std::vector<Feature> features_;
    std::size_t points_ = 0;
};

} // namespace

Result<std::vector<Feature>> read_geojson(std::string_view bytes) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
        bytes.data(), bytes.size());
    if (document.HasParseError() || !document.IsObject())
        return refused("This file is damaged, or no GeoJSON.");
    const auto* features = member(document, "features");
    if (text(member(document, "type")) != "FeatureCollection" || !features || !features->IsArray())
        return refused("This is no GeoJSON with a list of areas (a FeatureCollection).");
    TRY(check_coordinates(document));
    FeatureReader reader;
    for (const auto& feature : features->GetArray()) TRY(reader.take(feature));
    auto found = reader.done();
    if (found.empty()) return refused("It has no outlines of areas, only points or lines.");
    return found;
}

} // namespace openmasa::geojson
