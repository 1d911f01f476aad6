#pragma once

#include "core/practice/arm/armcatalog.h"
#include "core/practice/arm/labresources.h"

namespace mooring {

/// The door of the resource manager: tokens, api-version, the faults that any call may meet, the headers that every
/// answer has. What is behind it stands in `routes`.
class ArmLab
{
public:
    explicit ArmLab(LabWorld &world);
    /// Once, after the services have their addresses and added their routes.
    void open();
    LabReply answer(const LabRequest &request);

    LabRoutes routes;
    LabResources resources;

private:
    LabReply behindTheDoor(const LabRequest &request);
    std::optional<LabReply> refused(const LabRequest &request);

    LabWorld &m_world;
    ArmCatalog m_catalog;
};

/// A 401 as the resource manager writes it, with the way to sign in.
LabReply armUnauthorized(const LabWorld &world, const char *code, const QString &message);
/// Whether the request's token is good; else the refusal. With the fault "expired-token".
std::optional<LabReply> armTokenRefused(LabWorld &world, const LabRequest &request);

} // namespace mooring
