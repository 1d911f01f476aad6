#pragma once

#include "core/inference/endpointrecord.h"

#include <QWidget>

namespace mooring {

class Banner;
class CommandBox;
class FactList;

/// The last step: where the endpoint answers, and the same thing as a command.
class DeployDoneStep : public QWidget
{
    Q_OBJECT
public:
    explicit DeployDoneStep(QWidget *parent = nullptr);

    void setEndpoint(const EndpointRecord &record, const QString &command);

private:
    Banner *m_verdict;
    FactList *m_facts;
    CommandBox *m_try;
    CommandBox *m_command;
};

} // namespace mooring
