#pragma once

#include "ui/widgets/page.h"

class QBoxLayout;

namespace mooring {

struct AppContext;
class Banner;
class Button;
class Card;
class CodeBox;
class ComputerCard;

/// The first page: one click to a finished run, what this computer has, the language, the same from a terminal.
class WelcomePage : public Page
{
    Q_OBJECT
public:
    /// `canRunScripts`: there is a page for a run of one's own.
    WelcomePage(const AppContext &context, bool canRunScripts, bool canAttach, QWidget *parent = nullptr);

    void shown() override;
    void refresh() override;
    void workspaceChanged() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeMain(bool canRunScripts, bool canAttach);
    QWidget *makeHero();
    QWidget *makeStart(bool canAttach);
    void addAttach(Card *card);
    QWidget *makeTerminal();
    QWidget *makeSide();
    void run();

    const AppContext &m_context;
    Banner *m_banner;
    Button *m_run = nullptr;
    ComputerCard *m_computer = nullptr;
    CodeBox *m_terminal = nullptr;
    QWidget *m_side = nullptr;
    QBoxLayout *m_columns = nullptr;
};

} // namespace mooring
