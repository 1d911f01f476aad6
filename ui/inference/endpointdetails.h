#pragma once

#include "core/inference/endpointrunner.h"

#include <QWidget>

namespace mooring {

class CodeBox;
class CommandBox;
class FactList;

/// Everything that is known of an endpoint, as facts, and how to make and ask the same from a terminal.
class EndpointDetails : public QWidget
{
    Q_OBJECT
public:
    explicit EndpointDetails(QWidget *parent = nullptr);

    void setEndpoint(const EndpointRecord &endpoint);
    /// What the instance takes now.
    void setUsage(const InstanceUsage &usage);

private:
    void showVersion(const EndpointVersion &version);

    FactList *m_endpoint, *m_version, *m_usage;
    QWidget *m_versionPart, *m_usagePart, *m_commandPart;
    CommandBox *m_deploy, *m_test;
};

} // namespace mooring
