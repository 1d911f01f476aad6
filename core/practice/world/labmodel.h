#pragma once

#include "core/practice/server/labmessage.h"

namespace mooring {

/// What a pretend inference server answers, wherever the lab serves one: GET / with "Healthy", /swagger.json with an
/// example of a request, POST /score with what it got. It says itself that it predicts nothing. `path`: below the
/// server. `key`: that it asks for, but at GET /; empty: none. `deployment`: its name, where it has one.
LabReply pretendModel(const LabRequest &request, const QString &path, const QByteArray &key,
                      const QString &deployment = {});

} // namespace mooring
