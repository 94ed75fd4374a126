@echo off
rem Starts Vivarium from wherever this file lies.
setlocal
for %%d in ("%~dp0..") do set "home=%%~fd"
"%home%\runtime\bin\java.exe" "@%home%\lib\java.options" "-Dvivarium.home=%home%" ^
    "-Dpolyglot.engine.resourcePath=%home%\lib\resources" "-XX:AOTCache=%home%\lib\vivarium.aot" ^
    %VIVARIUM_JAVA_OPTIONS% -cp "%home%\lib\vivarium.jar" vivarium.app.Main %*
