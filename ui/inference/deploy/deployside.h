#pragma once

#include "ui/inference/deploy/deploydraft.h"
#include "ui/inference/deploy/deploylook.h"

#include <QWidget>

namespace mooring {

class Button;
class CodeBox;
class CommandBox;
class FactList;
class TextLabel;

/// Beside the form: the Dockerfile, what goes in, what happens, and the same thing as a command.
class DeploySide : public QWidget
{
    Q_OBJECT
public:
    explicit DeploySide(QWidget *parent = nullptr);

    void show(const DeployDraft &draft, const DeployLook &look);
    using QWidget::show;

Q_SIGNALS:
    /// The Dockerfile and what it copies, to a folder of the person's, to go on from there.
    void editWanted(const QString &folder);

private:
    void showDockerfile(const DeployDraft &draft, const DeployLook &look);
    void showFacts(const DeployDraft &draft, const DeployLook &look);
    void chooseFolder();

    QWidget *m_dockerPart;
    CodeBox *m_dockerfile;
    TextLabel *m_dockerNote;
    Button *m_edit;
    FactList *m_facts;
    TextLabel *m_happens;
    CommandBox *m_command;
};

/// What deploying does, in whole sentences.
QString whatHappens(const DeployDraft &draft, const DeployLook &look);

} // namespace mooring
