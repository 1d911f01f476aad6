<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>mooring</name>
    <message numerus="yes">
        <source>%1, %n</source>
        <comment>%1 a group, %n how many</comment>
        <translation>
            <numerusform>%1, %n</numerusform>
            <numerusform>%1, %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n left.</source>
        <translation>
            <numerusform>%1, %n left.</numerusform>
            <numerusform>%1, %n left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n series, last %2 at %3</source>
        <translation>
            <numerusform>%1, %n series, last %2 at %3</numerusform>
            <numerusform>%1, %n series, last %2 at %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n built</source>
        <translation>
            <numerusform>%n built</numerusform>
            <numerusform>%n built</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n environment(s)</source>
        <translation>
            <numerusform>%n environment</numerusform>
            <numerusform>%n environments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n environments</source>
        <translation>
            <numerusform>%n environment</numerusform>
            <numerusform>%n environments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faults are on</source>
        <translation>
            <numerusform>%n fault is on</numerusform>
            <numerusform>%n faults are on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) go, %1 in all.</source>
        <translation>
            <numerusform>%n file goes, %1 in all.</numerusform>
            <numerusform>%n files go, %1 in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) sent, %1 in all.</source>
        <translation>
            <numerusform>%n file sent, %1 in all.</numerusform>
            <numerusform>%n files sent, %1 in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1, from %2</source>
        <translation>
            <numerusform>%n file, %1, from %2</numerusform>
            <numerusform>%n files, %1, from %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1.</source>
        <translation>
            <numerusform>%n file, %1.</numerusform>
            <numerusform>%n files, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files cannot be read</source>
        <translation>
            <numerusform>%n file cannot be read</numerusform>
            <numerusform>%n files cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files go up</source>
        <translation>
            <numerusform>%n file goes up</numerusform>
            <numerusform>%n files go up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files go up, %1 stay here</source>
        <comment>count</comment>
        <translation>
            <numerusform>%n file goes up, %1 stay here</numerusform>
            <numerusform>%n files go up, %1 stay here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files look like a secret</source>
        <translation>
            <numerusform>%n file looks like a secret</numerusform>
            <numerusform>%n files look like a secret</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files read</source>
        <translation>
            <numerusform>%n file read</numerusform>
            <numerusform>%n files read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files so far</source>
        <translation>
            <numerusform>%n file so far</numerusform>
            <numerusform>%n files so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1 to copy.</source>
        <comment>size</comment>
        <translation>
            <numerusform>%n file, %1 to copy.</numerusform>
            <numerusform>%n files, %1 to copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1. Content that the workspace has already is not sent again.</source>
        <comment>size</comment>
        <translation>
            <numerusform>%n file, %1. Content that the workspace has already is not sent again.</numerusform>
            <numerusform>%n files, %1. Content that the workspace has already is not sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1; %2 stay here</source>
        <comment>size, count</comment>
        <translation>
            <numerusform>%n file, %1; %2 stay here</numerusform>
            <numerusform>%n files, %1; %2 stay here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n going on</source>
        <translation>
            <numerusform>%n going on</numerusform>
            <numerusform>%n going on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) or special file(s) stay here.</source>
        <translation>
            <numerusform>%n link or special file stays here.</numerusform>
            <numerusform>%n links or special files stay here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n longer</source>
        <comment>answers</comment>
        <translation>
            <numerusform>%n longer</numerusform>
            <numerusform>%n longer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more rules</source>
        <translation>
            <numerusform>%n more rule</numerusform>
            <numerusform>%n more rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes cost now</source>
        <translation>
            <numerusform>%n node costs now</numerusform>
            <numerusform>%n nodes cost now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes, %1 to %2</source>
        <comment>times of day</comment>
        <translation>
            <numerusform>%n node, %1 to %2</numerusform>
            <numerusform>%n nodes, %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>%n package</numerusform>
            <numerusform>%n packages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packages are asked for. When the run starts, %1 builds it in %2; its log is on the run&apos;s page.</source>
        <translation>
            <numerusform>%n package is asked for. When the run starts, %1 builds it in %2; its log is on the run&apos;s page.</numerusform>
            <numerusform>%n packages are asked for. When the run starts, %1 builds it in %2; its log is on the run&apos;s page.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pretend services</source>
        <translation>
            <numerusform>%n pretend service</numerusform>
            <numerusform>%n pretend services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) ended</source>
        <translation>
            <numerusform>%n process ended</numerusform>
            <numerusform>%n processes ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) ended, none left.</source>
        <translation>
            <numerusform>%n process ended, none left.</numerusform>
            <numerusform>%n processes ended, none left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) left.</source>
        <translation>
            <numerusform>%n process is left.</numerusform>
            <numerusform>%n processes are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) of runs</source>
        <translation>
            <numerusform>%n process of runs</numerusform>
            <numerusform>%n processes of runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reused</source>
        <translation>
            <numerusform>%n reused</numerusform>
            <numerusform>%n reused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) found there and taken into this workspace.</source>
        <translation>
            <numerusform>%n run found there and taken into this workspace.</numerusform>
            <numerusform>%n runs found there and taken into this workspace.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs stay in this workspace with their logs, metrics and fetched outputs.</source>
        <translation>
            <numerusform>%n run stays in this workspace with its log, metrics and fetched outputs.</numerusform>
            <numerusform>%n runs stay in this workspace with their logs, metrics and fetched outputs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scripts here and one level below.</source>
        <translation>
            <numerusform>%n script here and one level below.</numerusform>
            <numerusform>%n scripts here and one level below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n targets</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are left there</source>
        <translation>
            <numerusform>%n thing is left there</numerusform>
            <numerusform>%n things are left there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <translation>
            <numerusform>%n to come</numerusform>
            <numerusform>%n to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s) folded</source>
        <translation>
            <numerusform>%n update folded</numerusform>
            <numerusform>%n updates folded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warned</source>
        <translation>
            <numerusform>%n warned</numerusform>
            <numerusform>%n warned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words: %1</source>
        <translation>
            <numerusform>%n word: %1</numerusform>
            <numerusform>%n words: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workspaces</source>
        <translation>
            <numerusform>%n workspace</numerusform>
            <numerusform>%n workspaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>AZUREML_MODEL_DIR has %1 and %n more.</source>
        <translation>
            <numerusform>AZUREML_MODEL_DIR has %1 and %n more.</numerusform>
            <numerusform>AZUREML_MODEL_DIR has %1 and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An image of %n layers is built; those that are there already are reused.</source>
        <translation>
            <numerusform>An image of %n layer is built; if it is there already, it is reused.</numerusform>
            <numerusform>An image of %n layers is built; those that are there already are reused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code and logs of %n run(s)</source>
        <translation>
            <numerusform>Code and logs of %n run</numerusform>
            <numerusform>Code and logs of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comparing %n run(s)</source>
        <translation>
            <numerusform>Comparing %n run</numerusform>
            <numerusform>Comparing %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n file(s), %1, sha256 %2</source>
        <translation>
            <numerusform>Copied %n file, %1, sha256 %2</numerusform>
            <numerusform>Copied %n files, %1, sha256 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its folder goes along: %n file(s), %1.</source>
        <translation>
            <numerusform>Its folder goes along: %n file, %1.</numerusform>
            <numerusform>Its folder goes along: %n files, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its processes are asked to end; after %n second(s) they are killed. Then Mooring looks for any that are left.</source>
        <translation>
            <numerusform>Its processes are asked to end; after %n second they are killed. Then Mooring looks for any that are left.</numerusform>
            <numerusform>Its processes are asked to end; after %n seconds they are killed. Then Mooring looks for any that are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n file(s).</source>
        <translation>
            <numerusform>More than %n file.</numerusform>
            <numerusform>More than %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n scripts here and one level below.</source>
        <translation>
            <numerusform>More than %n script here and one level below.</numerusform>
            <numerusform>More than %n scripts here and one level below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing here is real. No account, no network: %n pretend services on this computer.</source>
        <translation>
            <numerusform>Nothing here is real. No account, no network: %n pretend service on this computer.</numerusform>
            <numerusform>Nothing here is real. No account, no network: %n pretend services on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Running, %n faults on</source>
        <translation>
            <numerusform>Running, %n fault on</numerusform>
            <numerusform>Running, %n faults on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The deepest of %n nested messages.</source>
        <translation>
            <numerusform>The deepest of %n nested message.</numerusform>
            <numerusform>The deepest of %n nested messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n run(s).</source>
        <translation>
            <numerusform>The filter hides %n run.</numerusform>
            <numerusform>The filter hides %n runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last of %n runs that went there</source>
        <translation>
            <numerusform>The last of one run that went there</numerusform>
            <numerusform>The last of %n runs that went there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run&apos;s supervisor was killed, but %n process(es) of the run still live.</source>
        <translation>
            <numerusform>The run&apos;s supervisor was killed, but %n process of the run still lives.</numerusform>
            <numerusform>The run&apos;s supervisor was killed, but %n processes of the run still live.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The words or the choice above hide %n.</source>
        <translation>
            <numerusform>The words or the choice above hide %n.</numerusform>
            <numerusform>The words or the choice above hide %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n files</source>
        <translation>
            <numerusform>all of the %n file</numerusform>
            <numerusform>all %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <comment>versions</comment>
        <translation>
            <numerusform>of %n</numerusform>
            <numerusform>of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>raised %n frame(s) below it</source>
        <translation>
            <numerusform>raised %n frame below it</numerusform>
            <numerusform>raised %n frames below it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reached from %1, line %2, through %n frame(s)</source>
        <translation>
            <numerusform>reached from %1, line %2, through %n frame</numerusform>
            <numerusform>reached from %1, line %2, through %n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>struck %n times, last %1</source>
        <comment>%1 a time</comment>
        <translation>
            <numerusform>struck %n time, last %1</numerusform>
            <numerusform>struck %n times, last %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
