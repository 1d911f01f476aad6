#include "ui/azure/signin/signinside.h"

#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

SignInSide::SignInSide(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 16), dp(this, 16), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 8));
    const auto kept = [&](const QString &iconName, const QString &what, const QString &where) {
        auto *row = new QHBoxLayout;
        row->setSpacing(dp(this, 8));
        row->addWidget(new IconLabel(iconName, 16), 0, Qt::AlignTop);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(sectionTitle(what));
        texts->addWidget(helpLine(where));
        row->addLayout(texts, 1);
        column->addLayout(row);
    };
    column->addWidget(sectionTitle(tr("What is kept, and where")));
    kept(u"lock"_s, tr("Refresh token"), tr("In the keychain, until you sign out. Replaced at each use."));
    kept(u"clock"_s, tr("Access token"), tr("In memory only, about one hour."));
    kept(u"file"_s, tr("Account, tenant, cloud"), tr("As text in this profile."));
    kept(u"window-close"_s, tr("Your password"), tr("Never seen here: it is typed on the sign-in page only."));
    column->addWidget(new Separator);
    column->addWidget(sectionTitle(tr("What signing in does")));
    column->addWidget(paragraph(tr("It lists your subscriptions and workspaces. Nothing is created or changed. "
                                   "Afterwards Mooring may do there what your account may do, and asks before it "
                                   "changes anything.")));
    column->addWidget(new Separator);
    column->addWidget(sectionTitle(tr("No account at hand")));
    column->addWidget(paragraph(tr("The practice lab has the same pages with nothing real behind them.")));
    Button *practice = edgeButton(tr("Use the practice lab"), u"beaker"_s);
    practice->setObjectName(u"startPracticeHere"_s);
    connect(practice, &QAbstractButton::clicked, this, &SignInSide::practiceWanted);
    auto *row = new QHBoxLayout;
    row->addWidget(practice);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
}

} // namespace mooring
